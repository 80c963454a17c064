package org.jianxi.gateway.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.console.StoredSamples.Sample;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Pace;
import org.jianxi.gateway.validation.Delivered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** The page where a mapping is written beside a sample. What is dropped here is read, shown to who dropped it, and forgotten. */
@Controller
@RequestMapping("/console/mappings")
public class MappingsController {

    private static final long MOST_BYTES = 5 * 1024 * 1024;
    private static final String PAGE = "console/mappings";

    private final StoredSamples stored;
    private final Workbench workbench;
    private final DraftFromSample drafts;
    private final Pace pace;
    private final ReportingUnits units;

    MappingsController(
            StoredSamples stored, Workbench workbench, DraftFromSample drafts, Pace pace, ReportingUnits units) {
        this.stored = stored;
        this.workbench = workbench;
        this.drafts = drafts;
        this.pace = pace;
        this.units = units;
    }

    /** What is on the form of the page. */
    public record Draft(String source, String dataset, String yaml, String sample, String sender, String period) {

        /** What a form leaves out is empty. */
        public Draft {
            source = written(source);
            dataset = written(dataset);
            yaml = written(yaml);
            sample = written(sample);
            sender = written(sender);
            period = written(period);
        }

        private static String written(@Nullable String field) {
            return field == null ? "" : field;
        }

        Draft saying(String other) {
            return new Draft(source, dataset, other, sample, sender, period);
        }

        Delivered delivered(Delivered known) {
            return new Delivered(
                    Sender.parse(sender.strip()).or(known::sender),
                    Period.parse(period.strip()).or(known::period));
        }
    }

    @GetMapping
    String open(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = Delivery.MONTHLY_RETURN) String dataset,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var sources = sources(caller);
        var chosen =
                sources.contains(source) ? source : sources.stream().findFirst().orElse("");
        var datasets = stored.datasets(chosen);
        var mapped = datasets.contains(dataset)
                ? dataset
                : datasets.stream().findFirst().orElse(dataset);
        var yaml = stored.mapping(chosen, mapped).orElse("");
        var first = stored.samples(chosen).stream().findFirst().orElse("");
        var draft = new Draft(chosen, mapped, yaml, first, "", "");
        return shown(draft, tried(draft, stored.sample(chosen, first)), caller, model);
    }

    @PostMapping("/try")
    String attempt(
            Draft draft,
            @RequestParam(required = false) MultipartFile file,
            @RequestHeader(value = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal Caller caller,
            Model model)
            throws IOException {
        var mine = sources(caller).contains(draft.source()) ? draft : withoutSource(draft);
        var objection = objection(file, caller);
        if (objection.isPresent()) {
            return refused(objection.get(), mine, htmx != null, caller, model);
        }
        var tried = tried(mine, sample(mine, file));
        if (tried.isEmpty()) {
            return refused("mappings.busy", mine, htmx != null, caller, model);
        }
        var page = shown(mine, tried, caller, model);
        return htmx == null ? page : PAGE + " :: answer";
    }

    /** A draft made from the sample takes the place of what is in the editor, and is tried at once. */
    @PostMapping("/suggest")
    String suggest(
            Draft draft,
            @RequestParam(required = false) MultipartFile file,
            @RequestHeader(value = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal Caller caller,
            Model model)
            throws IOException {
        var mine = sources(caller).contains(draft.source()) ? draft : withoutSource(draft);
        var objection = objection(file, caller);
        if (objection.isPresent()) {
            return refused(objection.get(), mine, htmx != null, caller, model);
        }
        var sample = sample(mine, file);
        if (sample.isEmpty()) {
            return refused("mappings.no-sample", mine, htmx != null, caller, model);
        }
        return switch (drafts.draft(mine.source(), mine.dataset(), sample.get())) {
            case DraftFromSample.Not not -> {
                model.addAttribute("reason", not.reason());
                yield refused("mappings.not-drafted", mine, htmx != null, caller, model);
            }
            case DraftFromSample.Text text -> {
                var drafted = mine.saying(text.yaml());
                model.addAttribute("drafted", htmx != null);
                var page = shown(drafted, tried(drafted, sample), caller, model);
                yield htmx == null ? page : PAGE + " :: answer";
            }
        };
    }

    /** The draft as a file, to be put under {@code mappings/} by whoever may do that. */
    @PostMapping("/draft")
    ResponseEntity<byte[]> download(Draft draft) {
        var name = draft.dataset().matches("[a-z0-9-]{1,60}") ? draft.dataset() : "mapping";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".yaml")
                                .build()
                                .toString())
                .body(draft.yaml().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> objection(@Nullable MultipartFile file, Caller caller) {
        if (!pace.allows(caller.name())) {
            return Optional.of("mappings.too-often");
        }
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        if (file.getSize() > MOST_BYTES) {
            return Optional.of("mappings.too-large");
        }
        return typeOf(file).isEmpty() ? Optional.of("mappings.wrong-type") : Optional.empty();
    }

    private static Optional<MediaType> typeOf(MultipartFile file) {
        return MediaType.ofFileName(String.valueOf(file.getOriginalFilename()));
    }

    /** The dropped file, else the chosen one of the source. */
    private Optional<Sample> sample(Draft draft, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return stored.sample(draft.source(), draft.sample());
        }
        return Optional.of(uploaded(file));
    }

    private static Sample uploaded(MultipartFile file) throws IOException {
        var name = String.valueOf(file.getOriginalFilename());
        return new Sample(name, MediaType.ofFileName(name).orElseThrow(), file.getBytes(), Optional.empty());
    }

    private Optional<Tried> tried(Draft draft, Optional<Sample> sample) {
        var known = sample.map(stored::deliveryOf).orElse(new Delivered(Optional.empty(), Optional.empty()));
        return workbench.attempt(draft.yaml().replace("\r\n", "\n"), sample, draft.delivered(known));
    }

    private String refused(String reason, Draft draft, boolean htmx, Caller caller, Model model) {
        model.addAttribute("refused", reason);
        shown(draft, Optional.empty(), caller, model);
        return htmx ? PAGE + " :: refusal" : PAGE;
    }

    private String shown(Draft draft, Optional<Tried> tried, Caller caller, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("tried", tried.orElse(null));
        model.addAttribute("caller", caller.name());
        model.addAttribute("sources", sources(caller));
        model.addAttribute("datasets", stored.datasets(draft.source()));
        model.addAttribute("known", drafts.datasets());
        model.addAttribute("samples", stored.samples(draft.source()));
        model.addAttribute("units", units.inOrder());
        return PAGE;
    }

    /** A sender sees its own source and no other. */
    private List<String> sources(Caller caller) {
        var all = stored.sources();
        return caller.isOffice()
                ? all
                : all.stream()
                        .filter(name -> caller.source()
                                .map(own -> own.value().equals(name))
                                .orElse(false))
                        .toList();
    }

    private static Draft withoutSource(Draft draft) {
        return new Draft("", draft.dataset(), draft.yaml(), "", draft.sender(), draft.period());
    }
}
