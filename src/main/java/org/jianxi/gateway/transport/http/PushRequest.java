package org.jianxi.gateway.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@code POST /api/v1/submissions} as far as it can be judged before its body is read: headers are read here, once,
 * and never again.
 */
public record PushRequest(
        String dataset,
        Period period,
        boolean dryRun,
        MediaType mediaType,
        Optional<String> idempotencyKey,
        Optional<byte[]> signature,
        long announcedLength) {

    private static final Set<String> PARAMETERS = Set.of("dataset", "period", "dryRun");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String BEARER = "bearer ";

    /** The key in the {@code Authorization} header; empty when there is none of that kind. */
    public static String bearerKey(HttpServletRequest request) {
        var header = header(request, "Authorization").orElse("");
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    public static PushRequest of(HttpServletRequest request) throws PushProblem {
        var parameters = parameters(request.getQueryString());
        var encoding = header(request, "Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw PushProblem.unsupported("不接受压缩的正文", "a content encoding is not accepted");
        }
        return new PushRequest(
                required(parameters, "dataset"),
                Period.parse(required(parameters, "period")).orElseThrow(PushRequest::noPeriod),
                dryRun(parameters),
                mediaType(header(request, "Content-Type")),
                idempotencyKey(header(request, "Idempotency-Key")),
                signature(request),
                request.getContentLengthLong());
    }

    public static PushProblem noPeriod() {
        return PushProblem.badRequest("period应形如2023-06", "period is written like 2023-06");
    }

    public static String required(Map<String, String> parameters, String name) throws PushProblem {
        var value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw PushProblem.badRequest("缺少参数" + name, "the parameter " + name + " is missing");
        }
        return value;
    }

    public static boolean dryRun(Map<String, String> parameters) throws PushProblem {
        return switch (parameters.getOrDefault("dryRun", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw PushProblem.badRequest("dryRun应为true或false", "dryRun is true or false");
        };
    }

    public static MediaType mediaType(Optional<String> contentType) throws PushProblem {
        return contentType
                .flatMap(MediaType::ofContentType)
                .orElseThrow(
                        () -> PushProblem.unsupported(
                                "Content-Type应为application/json、application/xml、text/csv或xlsx",
                                "the Content-Type must be application/json, application/xml, text/csv or that of an xlsx workbook"));
    }

    /** Whether the caller would rather not wait for the verdict (RFC 7240): any {@code Prefer} may say so, among other things. */
    public static boolean prefersAsync(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(preference -> preference.split("[;=]", 2)[0].strip())
                .anyMatch("respond-async"::equalsIgnoreCase);
    }

    public static Optional<String> idempotencyKey(Optional<String> key) throws PushProblem {
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw PushProblem.badRequest(
                    "Idempotency-Key应为1至255个可见ASCII字符", "an Idempotency-Key is 1 to 255 visible ASCII characters");
        }
        return key;
    }

    private static Optional<byte[]> signature(HttpServletRequest request) throws PushProblem {
        var written = header(request, "Signature-CMS");
        try {
            return written.map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException notBase64) {
            throw PushProblem.badRequest("Signature-CMS应为base64", "Signature-CMS must be base64");
        }
    }

    /** The header's one value; none at all where it was sent twice, since then nobody can say which was meant. */
    public static Optional<String> header(HttpServletRequest request, String name) {
        var values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        var first = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(first);
    }

    private static Map<String, String> parameters(@Nullable String query) throws PushProblem {
        var parameters = new TreeMap<String, String>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (var pair : query.split("&", -1)) {
            var halves = pair.split("=", 2);
            var name = decoded(halves[0]);
            if (!PARAMETERS.contains(name)) {
                throw PushProblem.badRequest(
                        "不认识的参数",
                        "a parameter is none of " + PARAMETERS.stream().sorted().toList());
            }
            if (parameters.put(name, halves.length > 1 ? decoded(halves[1]) : "") != null) {
                throw PushProblem.badRequest("参数" + name + "重复", "the parameter " + name + " stands twice");
            }
        }
        return parameters;
    }

    private static String decoded(String text) throws PushProblem {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw PushProblem.badRequest("参数的编码有误", "a parameter is wrongly encoded");
        }
    }
}
