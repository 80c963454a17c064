package org.jianxi.gateway.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the period's window through the interface, as an officer does, and waits for what must come. */
record DemoWatch(DemoStage stage, DemoPost post, Teller say) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    void await(String what, Predicate<JsonNode> reached) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var window = window();
        while (!reached.test(window)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(what + "：" + missing(window) + " 未到 did not arrive");
            }
            Thread.sleep(LOOK);
            window = window();
        }
        say.line("%s", what);
    }

    private JsonNode window() throws IOException, InterruptedException {
        var path = "/api/v1/windows/" + stage.papers().period();
        return JSON.readTree(
                post.get(path, stage.key("officer"), "application/json").body());
    }

    static List<String> missing(JsonNode window) {
        var missing = new ArrayList<String>();
        window.path("senders").forEach(sender -> {
            var state = sender.path("state").asString("");
            if (!state.equals("accepted") && !state.equals("corrected")) {
                missing.add(sender.path("sender").asString(""));
            }
        });
        return missing;
    }

    void print(PrintWriter out) throws IOException, InterruptedException {
        window().path("senders")
                .forEach(sender -> out.printf(
                        "  %s %-8s %s%s%n",
                        sender.path("sender").asString(""),
                        sender.path("name").asString(""),
                        sender.path("state").asString(""),
                        sender.path("late").asBoolean() ? " 迟报 late" : ""));
    }
}
