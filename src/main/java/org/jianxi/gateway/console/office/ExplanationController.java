package org.jianxi.gateway.console.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.console.office.Explaining.Typed;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.flow.uploads.ExplanationDesk;
import org.jianxi.gateway.flow.uploads.UploadStep;
import org.jianxi.gateway.intake.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit's words about its own return's warnings and jumps: they make the return's next revision, with the same figures. */
@Controller
class ExplanationController {

    private static final String REASON = "reason.";
    private static final String TEXT = "text.";
    private static final Bilingual LATER =
            new Bilingual("暂时无法受理，请稍后再试", "it could not be decided now; try again later");

    private final ExplanationDesk desk;
    private final SubmissionPages pages;

    ExplanationController(ExplanationDesk desk, SubmissionPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** @param fields {@code reason.RULE} and {@code text.RULE}; a rule of which neither is filled in is left as it is */
    @PostMapping("/console/submissions/{id}/explanations")
    String explain(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var words = words(fields);
        return switch (desk.explain(id, words, caller)) {
            case UploadStep.Decided(var outcome) -> decided(id, outcome, words, caller, model);
            case UploadStep.Wrong(var findings) ->
                pages.explaining(id, new Typed(words, findings, Optional.empty()), caller, model);
            case UploadStep.NotTaken(var why) ->
                pages.explaining(id, new Typed(words, List.of(), Optional.of(why)), caller, model);
            case UploadStep.Tried tried -> throw new IllegalStateException("an explanation is not tried");
            case UploadStep.NotThere notThere -> throw SubmissionPageController.notThere();
        };
    }

    private String decided(String id, Outcome outcome, Map<String, WrittenReason> words, Caller caller, Model model) {
        return outcome.submission()
                .map(made -> "redirect:/console/submissions/" + made)
                .orElseGet(() -> pages.explaining(id, new Typed(words, List.of(), Optional.of(LATER)), caller, model));
    }

    private static Map<String, WrittenReason> words(MultiValueMap<String, String> fields) {
        var words = new LinkedHashMap<String, WrittenReason>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(TEXT))
                .map(name -> name.substring(TEXT.length()))
                .forEach(rule -> {
                    var said = new WrittenReason(first(fields, REASON + rule), first(fields, TEXT + rule));
                    if (!said.reason().isEmpty() || !said.text().isEmpty()) {
                        words.put(rule, said);
                    }
                });
        return words;
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}
