package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer in the form of RFC 9457, whole or not at all. */
final class Problem {

    private static final List<String> MEMBERS = List.of("type", "title", "status", "detail", "instance", "findings");

    private Problem() {}

    /** The rules of its findings, in their order, after everything else of it was looked at. */
    static List<String> rulesOf(HttpResponse<byte[]> answer, int status) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(status);
        assertThat(Wire.contentType(answer)).as(text).startsWith("application/problem+json");
        var problem = Wire.json(answer);
        assertThat(problem.propertyNames()).as(text).containsExactlyInAnyOrderElementsOf(MEMBERS);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString("")).startsWith("urn:jianxi:problem:");
        assertThat(problem.path("instance").asString("")).startsWith("/api/v1/");
        return problem.path("findings")
                .valueStream()
                .map((JsonNode finding) -> finding.path("rule").asString(""))
                .toList();
    }
}
