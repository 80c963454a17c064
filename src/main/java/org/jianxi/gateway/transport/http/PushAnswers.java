package org.jianxi.gateway.transport.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.Deferred;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Trial;
import org.jianxi.gateway.transport.desk.OutcomeJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a caller hears, in the words of contract §2 and RFC 9457. The only place where a push's answer is put together. */
public final class PushAnswers {

    public static final String PATH = "/api/v1/submissions";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final OutcomeJson documents = new OutcomeJson();

    public PushAnswer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted(accepted);
            case Outcome.Returned returned ->
                refusal(returned.refusal(), PATH + "/" + returned.submissionId(), returned.findings());
            case Outcome.Unfinished unfinished ->
                of(PushProblem.unavailable("暂时无法受理，请稍后重发同一文件", "not decided; send the same bytes again later"));
        };
    }

    /**
     * Kept, and not decided yet.
     *
     * @param asked whether the caller asked not to wait
     */
    public PushAnswer waiting(Deferred.Waiting waiting, boolean asked) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Location", PATH + "/" + waiting.id());
        headers.put("Retry-After", "2");
        if (asked) {
            headers.put("Preference-Applied", "respond-async");
        }
        return new PushAnswer(202, PushAnswer.JSON, headers, documents.waiting(waiting));
    }

    public PushAnswer of(Trial trial) {
        return trial.refusal()
                .map(why -> refusal(why, PATH, trial.findings()))
                .orElseGet(() -> new PushAnswer(
                        200, PushAnswer.JSON, Map.of(), MAPPER.writeValueAsBytes(documents.stands(trial.findings()))));
    }

    public PushAnswer of(PushProblem problem) {
        return problem(
                problem.status(),
                problem.type(),
                problem.title(),
                problem.detail(),
                PATH,
                problem.findings(),
                problem.headers());
    }

    /** Something of ours failed; {@code reference} finds it in the log and tells the caller nothing else. */
    public PushAnswer failure(String reference) {
        var detail = new Bilingual("系统内部错误，编号" + reference, "an error of ours, reference " + reference);
        return problem(500, "internal", "Internal Server Error", detail, PATH, List.of(), Map.of());
    }

    /** The same bytes for the first answer and for every replay: only the status and a header differ. */
    private PushAnswer accepted(Outcome.Accepted accepted) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Location", PATH + "/" + accepted.submissionId());
        if (accepted.replay()) {
            headers.put("Idempotent-Replay", "true");
        }
        return new PushAnswer(accepted.replay() ? 200 : 201, PushAnswer.JSON, headers, documents.accepted(accepted));
    }

    private static PushAnswer refusal(Outcome.Refusal why, String instance, List<Finding> findings) {
        return switch (why) {
            case CONTENT ->
                problem(
                        422,
                        "rejected",
                        "Unprocessable Content",
                        new Bilingual("报表未通过校验", "the return may not stand; every finding is listed"),
                        instance,
                        findings,
                        Map.of());
            case NOT_YOURS ->
                problem(
                        403,
                        "not-your-area",
                        "Forbidden",
                        new Bilingual("该密钥不能代表此填报单位", "this key does not speak for that reporting unit"),
                        instance,
                        findings,
                        Map.of());
            case KEY_REUSED ->
                problem(
                        409,
                        "idempotency-key-reused",
                        "Conflict",
                        new Bilingual("同一Idempotency-Key曾用于其他内容", "this Idempotency-Key was used with other bytes"),
                        instance,
                        findings,
                        Map.of());
        };
    }

    private static PushAnswer problem(
            int status,
            String type,
            String title,
            Bilingual detail,
            String instance,
            List<Finding> findings,
            Map<String, String> headers) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("type", "urn:jianxi:problem:" + type);
        node.put("title", title);
        node.put("status", status);
        node.put("detail", detail.zh() + " · " + detail.en());
        node.put("instance", instance);
        node.set("findings", FindingJson.list(findings));
        return new PushAnswer(status, PushAnswer.PROBLEM, headers, MAPPER.writeValueAsBytes(node));
    }
}
