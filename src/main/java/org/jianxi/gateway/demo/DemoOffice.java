package org.jianxi.gateway.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The provincial office: one officer approves, another files, and both wait for the ministry's word. */
record DemoOffice(DemoStage stage, DemoPost post, Teller say) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    boolean file() throws IOException, InterruptedException {
        var path = "/api/v1/returns/" + stage().papers().period();
        var approved = post().post(path + "/approve", stage().key("officer"), "{}");
        say().line("审核 approve → %d", approved.statusCode());
        var filed = post().post(path + "/file", stage().key("filer"), "");
        say().line("上报 file → %d %s", filed.statusCode(), new String(filed.body(), StandardCharsets.UTF_8));
        return acknowledged(path + "/filing");
    }

    private boolean acknowledged(String path) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var filing = JSON.readTree(
                    post().get(path, stage().key("officer"), "application/json").body());
            if (filing.path("state").asString("").equals("acknowledged")) {
                var acknowledgement = filing.at("/acknowledgements/0/acknowledgement");
                say().line(
                                "部里回执 acknowledged: %s，第 %d 次发送 after %d tries",
                                acknowledgement.path("acknowledgementId").asString(""),
                                filing.path("tries").asInt(),
                                filing.path("tries").asInt());
                return true;
            }
            Thread.sleep(LOOK);
        }
        say().line("未收到部里回执 no acknowledgement within %s", PATIENCE);
        return false;
    }
}
