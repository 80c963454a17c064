package org.jianxi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jianxi.gateway.canonical.Sender;
import tools.jackson.databind.json.JsonMapper;

/** Batches of records pushed as large bodies are: kept at once, asked for until there is a verdict. */
record RecordPushes(HttpClient client, URI gateway, Map<Sender, String> keys) {

    private static final int SIDE_BY_SIDE = 6;
    private static final int LOOK_AGAIN_MILLIS = 500;
    private static final int KEPT = 202;

    /** All of them, six at a time; throws when one is not accepted. */
    void push(List<MadeRecords.Body> bodies) throws Exception {
        try (var pushing = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var answers = new ArrayList<java.util.concurrent.Callable<String>>();
            bodies.forEach(body -> answers.add(() -> push(body)));
            for (var answer : pushing.invokeAll(answers)) {
                answer.get();
            }
        }
    }

    private String push(MadeRecords.Body body) throws IOException, InterruptedException {
        var to = gateway.resolve("/api/v1/submissions?dataset=" + body.dataset() + "&period=" + MadeRecords.PERIOD);
        var answer = send(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/json")
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofFile(body.file())),
                body.sender());
        if (answer.statusCode() != KEPT) {
            throw new IOException(body + " " + answer.statusCode() + " " + answer.body());
        }
        var location = gateway.resolve(answer.headers().firstValue("Location").orElseThrow());
        while (true) {
            var state = JsonMapper.shared()
                    .readTree(send(HttpRequest.newBuilder(location), body.sender())
                            .body());
            if (state.path("state").asString("").equals("accepted")) {
                return location.toString();
            }
            if (state.has("verdict")) {
                throw new IOException(body + " " + state.at("/problem/findings/0") + state.at("/problem/detail"));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Sender sender)
            throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", "Bearer " + keys.get(sender)).build(), BodyHandlers.ofString());
    }
}
