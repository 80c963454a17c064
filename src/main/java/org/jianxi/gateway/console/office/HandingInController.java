package org.jianxi.gateway.console.office;

import java.io.IOException;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.flow.FilingDocuments;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.PrintSettings;
import org.jianxi.gateway.flow.byhand.TypedWord;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What was filed, to save or hand in; and the ministry's word typed back or uploaded where it was handed in. */
@Controller
@RequestMapping("/console/returns/{period}/filings/{revision}")
class HandingInController {

    private static final long LARGEST = 64 * 1024;

    private final FilingDocuments documents;
    private final PrintSettings print;
    private final ProvincePages.Handing desk;
    private final ProvincePages pages;

    HandingInController(
            FilingDocuments documents, PrintSettings print, ProvincePages.Handing desk, ProvincePages pages) {
        this.documents = documents;
        this.print = print;
        this.desk = desk;
        this.pages = pages;
    }

    /** @param document {@code return.xlsx}, {@code return.pdf}, {@code return.xml} as it was signed, or its {@code return.xml.p7s} */
    @GetMapping("/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable Period period, @PathVariable int revision, @PathVariable String document) {
        var filed = documents.find(period, revision).orElseThrow(HandingInController::notThere);
        return switch (document) {
            case "return.xml" -> file(filed, ".xml", "application/xml", documents.write(filed, ReturnFormat.XML));
            case "return.xml.p7s" -> file(filed, ".xml.p7s", "application/pkcs7-signature", filed.signature());
            case "return.xlsx" ->
                file(
                        filed,
                        ReturnFormat.XLSX.extension(),
                        ReturnFormat.XLSX.contentType(),
                        documents.write(filed, ReturnFormat.XLSX));
            case "return.pdf" -> file(filed, ".pdf", "application/pdf", documents.print(filed, print.find()));
            default -> throw notThere();
        };
    }

    /** @param received when the ministry received it, in Shanghai; and {@code verdict} is {@code rejected} where it sent the return back */
    @PostMapping("/acknowledgement")
    String enter(
            @PathVariable Period period,
            @PathVariable int revision,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "accepted") String verdict,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var word = new TypedWord(number, received, verdict.equals("rejected"), words);
        return answered(desk.typed().enter(period, revision, word, caller.name()), period, caller, model);
    }

    /** @param content the ministry's file as it came, and {@code signature} its detached CMS */
    @PostMapping("/acknowledgement/signed")
    String upload(
            @PathVariable Period period,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable MultipartFile content,
            @RequestParam(required = false) @Nullable MultipartFile signature,
            @AuthenticationPrincipal Caller caller,
            Model model)
            throws IOException {
        if (content == null || signature == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (Math.max(content.getSize(), signature.getSize()) > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        var word = new SignedAcknowledgement(content.getBytes(), signature.getBytes());
        return answered(desk.signed().take(period, revision, word, caller.name()), period, caller, model);
    }

    private String answered(OfficeStep step, Period period, Caller caller, Model model) {
        return switch (step) {
            case OfficeStep.Done done -> "redirect:/console/returns/" + period;
            case OfficeStep.Wrong wrong -> pages.shown(period, wrong.findings(), caller, model);
            case OfficeStep.NotNow notNow -> pages.shown(period, notNow.findings(), caller, model);
            case OfficeStep.NotThere notThere -> throw notThere();
        };
    }

    private static ResponseEntity<byte[]> file(Filed filed, String ending, String contentType, byte[] content) {
        return Saved.as(filed.messageId() + ending, contentType, content);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
