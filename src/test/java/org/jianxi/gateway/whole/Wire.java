package org.jianxi.gateway.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jianxi.gateway.canonical.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What any program on the other side of the network can do: calls with a key. */
record Wire(HttpClient client, URI gateway, UnaryOperator<HttpResponse<byte[]>> look) {

    static final String JUNE = "/api/v1/submissions?dataset=monthly-return&period=2023-06";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** To the published interface: every answer is held against it. */
    Wire(URI gateway) {
        this(http(), gateway, Published::check);
    }

    /** To a port where the published interface is not. */
    static Wire elsewhere(URI port) {
        return new Wire(http(), port, UnaryOperator.identity());
    }

    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    HttpResponse<byte[]> push(String key, MediaType type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return look.apply(client.send(pushing(key, type, body, headers), HttpResponse.BodyHandlers.ofByteArray()));
    }

    CompletableFuture<HttpResponse<byte[]>> pushLater(String key, MediaType type, byte[] body) {
        return client.sendAsync(pushing(key, type, body), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(look);
    }

    HttpResponse<byte[]> get(String path, String key, String... headers) throws IOException, InterruptedException {
        return send(request(path, key, headers).GET());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return look.apply(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    HttpRequest.Builder request(String path, String key, String... headers) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return json(answer.body());
    }

    static JsonNode json(byte[] body) {
        return MAPPER.readTree(body);
    }

    static String contentType(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private HttpRequest pushing(String key, MediaType type, byte[] body, String... headers) {
        return request(JUNE, key, headers)
                .header("Content-Type", type.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
