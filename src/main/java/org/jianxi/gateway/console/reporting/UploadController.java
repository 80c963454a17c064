package org.jianxi.gateway.console.reporting;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.uploads.Upload;
import org.jianxi.gateway.flow.uploads.UploadDesk;
import org.jianxi.gateway.flow.uploads.UploadStep;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Delivers a unit's return from a file that a person chooses; it may be tried first, and then nothing is kept. */
@Controller
@RequestMapping("/console/upload")
class UploadController {

    private static final String PAGE = "console/upload";
    private static final int LONGEST_NAME = 200;
    private static final Bilingual NO_FILE = new Bilingual("请选择要报送的文件", "choose the file to deliver");

    private final UploadDesk desk;
    private final UploadPages pages;
    private final BlankForms blanks;

    UploadController(UploadDesk desk, UploadPages pages, BlankForms blanks) {
        this.desk = desk;
        this.pages = pages;
        this.blanks = blanks;
    }

    @GetMapping
    String open(UploadForm form, @AuthenticationPrincipal Caller caller, Model model) {
        return shown(pages.of(form, caller), caller, model);
    }

    @PostMapping("/try")
    String attempt(
            UploadForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal Caller caller,
            Model model)
            throws IOException {
        var page = pages.of(form, caller);
        var tried = page.after(step(page, file, caller, desk::tryOut));
        return shown(tried, caller, model) + (htmx == null ? "" : " :: answer");
    }

    /** Decided either way, it has a page of its own. */
    @PostMapping
    String deliver(
            UploadForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Caller caller,
            Model model)
            throws IOException {
        var page = pages.of(form, caller);
        var step = step(page, file, caller, desk::deliver);
        var decided = step instanceof UploadStep.Decided(var outcome) ? outcome.submission() : Optional.<String>empty();
        return decided.map(id -> "redirect:/console/submissions/" + id)
                .orElseGet(() -> shown(page.after(step), caller, model));
    }

    /** The printed sheet of the month's edition, to be filled in. */
    @GetMapping("/form")
    ResponseEntity<Resource> blank(@RequestParam(defaultValue = "") String period) {
        var sheet = Period.parse(period.strip()).flatMap(blanks::of).orElseThrow(UploadController::notThere);
        var name = ContentDisposition.attachment()
                .filename(String.valueOf(sheet.getFilename()))
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, MediaType.XLSX.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(sheet);
    }

    private static UploadStep step(
            UploadPage page, @Nullable MultipartFile file, Caller caller, BiFunction<Upload, Caller, UploadStep> act)
            throws IOException {
        if (page.refused().isPresent()) {
            return new UploadStep.NotTaken(page.refused().get());
        }
        if (page.unit().isEmpty() || page.way().isEmpty()) {
            return new UploadStep.NotThere();
        }
        if (file == null || file.isEmpty()) {
            return new UploadStep.NotTaken(NO_FILE);
        }
        var upload = new Upload(page.way().get().id(), page.unit().get(), page.period(), nameOf(file), file.getBytes());
        return act.apply(upload, caller);
    }

    /** The last part of what some browsers send whole. It is kept as data and leads nowhere. */
    private static String nameOf(MultipartFile file) {
        var whole = String.valueOf(file.getOriginalFilename());
        var name = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static String shown(UploadPage page, Caller caller, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("caller", caller.name());
        return PAGE;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
