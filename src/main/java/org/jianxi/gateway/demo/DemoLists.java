package org.jianxi.gateway.demo;

import java.io.IOException;
import java.time.Duration;
import org.jianxi.gateway.canonical.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Units and posts are delivered and stand on five platforms; one unit is withdrawn, and everywhere with a number of theirs. */
record DemoLists(DemoStage stage, DemoPost post, Teller say) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    void deliver() throws IOException, InterruptedException {
        var units = push("units", stage.units().units());
        var posts = push("posts", stage.units().posts());
        say.line(
                "%s 推送 %d 家见习单位、%d 个岗位 pushed units and posts → %d %d",
                stage.units().sender(), DemoUnits.UNITS, DemoUnits.POSTS, units, posts);
    }

    /** Once all stands; the posts of the unit go with it. */
    void withdrawOne() throws IOException, InterruptedException {
        await("发布到平台 published on %d platforms", DemoUnits.POSTS);
        var units = push("units", stage.units().unitsWithOneWithdrawn());
        say.line("一家单位撤销认定 one unit was withdrawn → %d", units);
    }

    void awaitWithdrawal() throws IOException, InterruptedException {
        await("各平台已撤下并给出编号 withdrawn on %d platforms, each under a number of its own", DemoUnits.POSTS - 2);
    }

    private void await(String line, int posts) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var settled = settled(posts);
        while (settled < stage.platforms().all().size() && System.nanoTime() < until) {
            Thread.sleep(LOOK);
            settled = settled(posts);
        }
        say.line(line, settled);
    }

    /** How many platforms show so many posts and have nothing left to be told. */
    private int settled(int posts) throws IOException, InterruptedException {
        var settled = 0;
        var answer = post.get("/api/v1/publishing", stage.key("officer"), "application/json");
        for (var platform : JSON.readTree(answer.body()).path("platforms")) {
            var lists = platform.path("lists").valueStream().toList();
            if (lists.stream().allMatch(list -> isSettled(list, posts))) {
                settled++;
            }
        }
        return settled;
    }

    private static boolean isSettled(JsonNode list, int posts) {
        return list.path("toPublish").asInt(-1) == 0
                && list.path("beingWithdrawn").asInt(-1) == 0
                && (!list.path("list").asString("").equals("posts")
                        || list.path("published").asInt() == posts);
    }

    private int push(String dataset, byte[] batch) throws IOException, InterruptedException {
        return post.push(dataset, batch, MediaType.JSON, stage.units().period(), stage.key("kunming"))
                .statusCode();
    }
}
