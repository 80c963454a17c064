package org.jianxi.gateway.flow.uploads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.StoredSubmission;
import tools.jackson.databind.json.JsonMapper;

/**
 * A unit's words about the warnings and jumps of its return that stands (说明). They travel as every explanation does, within a return:
 * the unit's next revision, with the same figures. So the ledger, the province's return and a replay know them without a path of their own.
 */
public record ExplanationDesk(ReturnStories stories, UploadDesk uploads, Reasons reasons) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param words by rule; {@code B-JUMP-3} for a jump of indicator 3 */
    public UploadStep explain(String submission, Map<String, WrittenReason> words, Caller caller) {
        var story = stories.find(submission, caller).filter(one -> isOf(one.submission(), caller));
        if (story.isEmpty()) {
            return new UploadStep.NotThere();
        }
        if (!story.get().stands()) {
            return new UploadStep.NotTaken(new Bilingual(
                    "该版报表已被新版取代，请在新版上说明", "a later revision has taken this one's place; explain that one"));
        }
        if (words.isEmpty()) {
            return new UploadStep.NotTaken(new Bilingual("请至少说明一项", "explain one of them at least"));
        }
        if (!explicable(story.get()).containsAll(words.keySet())) {
            return new UploadStep.NotThere();
        }
        var wrong = wrong(words);
        return wrong.isEmpty() ? deliver(story.get(), words, caller) : new UploadStep.Wrong(wrong);
    }

    private UploadStep deliver(ReturnStory story, Map<String, WrittenReason> words, Caller caller) {
        var content = story.content().orElseThrow();
        var way = uploads.waysOf(content.sender()).stream().findFirst();
        if (way.isEmpty()) {
            return new UploadStep.NotTaken(new Bilingual(
                    "本单位未开通网页上传，请由业务系统随报表报送说明",
                    "this unit does not upload here; its system sends explanations with the return"));
        }
        var name = "%s-%s-explained.%s".formatted(content.sender(), content.period(), MediaType.JSON.extension());
        var bytes = CanonicalJson.write(explained(content, words), story.form());
        return uploads.deliver(new Upload(way.get().id(), content.sender(), content.period(), name, bytes), caller);
    }

    private MonthlyReturn explained(MonthlyReturn content, Map<String, WrittenReason> words) {
        var texts = new LinkedHashMap<String, String>();
        content.explanations().forEach(one -> texts.put(one.rule(), one.text()));
        words.forEach((rule, said) -> texts.put(rule, text(said)));
        var explanations = texts.entrySet().stream()
                .map(one -> new Explanation(one.getKey(), one.getValue()))
                .toList();
        return content.explainedBy(explanations);
    }

    /** Begins with the list's wording and a colon, as the list asks; bare where the reason was taken off the list this very moment. */
    private String text(WrittenReason said) {
        return reasons.find(Reasons.Use.EXPLANATION, said.reason())
                .map(reason -> reason.title().zh() + "：" + said.text())
                .orElse(said.text());
    }

    private List<Finding> wrong(Map<String, WrittenReason> words) {
        return words.values().stream()
                .flatMap(said -> said.findings(reasons, Reasons.Use.EXPLANATION).stream())
                .toList();
    }

    /** The rules whose warnings this return got, and the movement of each of its figures. */
    private static Set<String> explicable(ReturnStory story) {
        var findings =
                FindingJson.read(JSON.readTree(story.submission().decision().findings()));
        return Stream.concat(
                        findings.stream()
                                .filter(one -> one.severity() == Severity.WARNING)
                                .map(Finding::rule),
                        story.form().indicators().stream().map(JumpThresholds::ruleOf))
                .collect(Collectors.toSet());
    }

    private static boolean isOf(StoredSubmission one, Caller caller) {
        return one.isAccepted()
                && one.sender().filter(caller.senders()::contains).isPresent();
    }
}
