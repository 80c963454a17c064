package org.jianxi.gateway.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trainees come in, the three registries are asked for them, and an officer confirms what they propose. */
record DemoMarks(DemoStage stage, DemoPost post, Teller say) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Set<String> ENDED = Set.of("finished", "stopped", "superseded");

    void make() throws IOException, InterruptedException {
        var trainees = stage.trainees();
        var pushed = post.push(
                DemoTrainees.DATASET, trainees.batch(), MediaType.JSON, trainees.period(), stage.key("kunming"));
        say.line(
                "%s 推送 %d 名见习人员 pushed %d trainees → %d",
                trainees.sender(), trainees.count(), trainees.count(), pushed.statusCode());
        var registries = List.of("low-income", "disability", "lifted-from-poverty");
        for (var registry : registries) {
            post.post("/api/v1/registries/" + registry + "/runs", stage.key("officer"), "");
        }
        for (var registry : registries) {
            var run = ended(registry);
            say.line(
                    "登记库比对 compared with %s: %s %s", registry, run.path("state").asString(""), run.path("results"));
        }
        confirm();
    }

    private JsonNode ended(String registry) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var run = run(registry);
        while (!ENDED.contains(run.path("state").asString("")) && System.nanoTime() < until) {
            Thread.sleep(LOOK);
            run = run(registry);
        }
        return run;
    }

    private JsonNode run(String registry) throws IOException, InterruptedException {
        for (var one : get("/api/v1/registries").path("registries")) {
            if (one.path("registry").asString("").equals(registry)) {
                return one.path("lastRun");
            }
        }
        throw new IllegalStateException(registry + " is not in force");
    }

    private void confirm() throws IOException, InterruptedException {
        var proposed = get("/api/v1/hardship/marks?state=proposed").path("marks");
        say.line("困难标识待确认 marks proposed: %d，姓名不符待核 names to look at: %d", proposed.size(), differences());
        for (var mark : proposed) {
            var path = "/api/v1/hardship/marks/" + mark.path("id").asString("") + "/acts";
            post.post(path, stage.key("officer"), "{\"act\": \"confirm\"}");
        }
        var confirmed =
                get("/api/v1/hardship/marks?state=confirmed").path("marks").size();
        say.line("困难标识已确认 marks confirmed by an officer: %d", confirmed);
    }

    private int differences() throws IOException, InterruptedException {
        return get("/api/v1/registries/low-income/differences")
                .path("differences")
                .size();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                post.get(path, stage.key("officer"), "application/json").body());
    }
}
