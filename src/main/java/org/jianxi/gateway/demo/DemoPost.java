package org.jianxi.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;

/** The HTTP client of everybody in the demo: senders that push, officers that approve and file. */
record DemoPost(HttpClient client, URI gateway) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static DemoPost to(URI gateway) {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        return new DemoPost(client, gateway);
    }

    HttpResponse<byte[]> push(Papers.Paper paper, Period period, String key) throws IOException, InterruptedException {
        return push("monthly-return", paper.content(), paper.type(), period, key);
    }

    HttpResponse<byte[]> push(String dataset, byte[] content, MediaType type, Period period, String key)
            throws IOException, InterruptedException {
        return send(request("/api/v1/submissions?dataset=" + dataset + "&period=" + period, key)
                .header("Content-Type", type.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    HttpResponse<byte[]> post(String path, String key, String json) throws IOException, InterruptedException {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<byte[]> get(String path, String key, String accept) throws IOException, InterruptedException {
        return send(request(path, key).header("Accept", accept).GET().build());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
