package org.jianxi.gateway.transport.http;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRule;

/** Why a call was turned away before its body was anyone's business. */
public final class PushProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient Bilingual detail;
    private final Map<String, String> headers;
    private final transient List<Finding> findings;

    private PushProblem(int status, String type, String title, Bilingual detail, Map<String, String> headers) {
        this(status, type, title, detail, headers, List.of());
    }

    private PushProblem(
            int status,
            String type,
            String title,
            Bilingual detail,
            Map<String, String> headers,
            List<Finding> findings) {
        super(detail.en(), null, false, false);
        this.findings = List.copyOf(findings);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
        this.headers = headers;
    }

    public static PushProblem badRequest(String zh, String en) {
        return new PushProblem(400, "bad-request", "Bad Request", new Bilingual(zh, en), Map.of());
    }

    static PushProblem unauthorized() {
        return new PushProblem(
                401,
                "unauthorized",
                "Unauthorized",
                new Bilingual("请求未带有效密钥", "no valid key"),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    static PushProblem forbidden(String zh, String en) {
        return new PushProblem(403, "forbidden", "Forbidden", new Bilingual(zh, en), Map.of());
    }

    static PushProblem inactive(Source source) {
        var detail = new Bilingual(
                "来源“" + source.title().zh() + "”（" + source.id() + "）已停用，请与省级管理员联系",
                "the source " + source.id() + " (" + source.title().en()
                        + ") is not active; ask the provincial operator");
        var rule = SourceRule.INACTIVE;
        var finding = Finding.error(rule, Place.WHOLE, detail)
                .locked(Lock.of(Lock.Kind.SOURCE, Map.of("source", source.id().value())));
        return new PushProblem(403, "source-inactive", "Forbidden", detail, Map.of(), List.of(finding));
    }

    static PushProblem methodNotAllowed() {
        return new PushProblem(
                405,
                "method-not-allowed",
                "Method Not Allowed",
                new Bilingual("此处只接受POST", "only POST is heard here"),
                Map.of("Allow", "POST"));
    }

    static PushProblem tooSlow() {
        return new PushProblem(
                408,
                "too-slow",
                "Request Timeout",
                new Bilingual("正文到达过慢", "the body arrives too slowly"),
                Map.of("Connection", "close"));
    }

    public static PushProblem tooLarge(long mostBytes) {
        return new PushProblem(
                413,
                "too-large",
                "Content Too Large",
                new Bilingual("正文超过" + mostBytes + "字节的上限", "the body exceeds the limit of " + mostBytes + " bytes"),
                Map.of("Connection", "close"));
    }

    public static PushProblem unsupported(String zh, String en) {
        return new PushProblem(
                415, "unsupported-media-type", "Unsupported Media Type", new Bilingual(zh, en), Map.of());
    }

    static PushProblem unavailable(String zh, String en) {
        return new PushProblem(
                503, "unavailable", "Service Unavailable", new Bilingual(zh, en), Map.of("Retry-After", "5"));
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    Bilingual detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Finding> findings() {
        return findings;
    }
}
