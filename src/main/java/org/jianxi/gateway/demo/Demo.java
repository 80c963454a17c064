package org.jianxi.gateway.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.demo.Papers.Paper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole monthly job, step by step and aloud: seventeen senders deliver, the gateway takes in, the office approves and
 * files, the ministry acknowledges.
 */
public final class Demo {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** The one that gets it wrong first, and the one that comes a day late. */
    private static final String WRONG_FIRST = "530100";

    private static final String LATE = "533400";

    private final DemoStage stage;
    private final DemoPost post;
    private final PrintWriter out;
    private final DemoWatch watch;

    private Demo(DemoStage stage, PrintWriter out) {
        this.stage = stage;
        this.post = DemoPost.to(stage.gateway().url());
        this.out = out;
        this.watch = new DemoWatch(stage, post, this::say);
    }

    /**
     * Runs the job; afterwards, unless {@code once}, stays up until the process is told to stop.
     *
     * @param outFolder where documents are left, if anywhere
     * @return whether the return was filed and acknowledged
     */
    public static boolean run(DemoStage.Wish wish, boolean once, Optional<Path> outFolder, PrintWriter out)
            throws IOException, InterruptedException {
        out.printf("见习网关演示 · demo of %s in %s%n", wish.period(), wish.folder());
        try (var stage = DemoStage.set(wish)) {
            var demo = new Demo(stage, out);
            var acknowledged = demo.play();
            if (outFolder.isPresent()) {
                demo.leave(outFolder.get());
            }
            demo.sayWhereToLook();
            if (!once) {
                demo.openSandbox();
                Thread.currentThread().join();
            }
            return acknowledged;
        }
    }

    private boolean play() throws IOException, InterruptedException {
        out.printf(
                "截止 deadlines: 各州市 units %s, 全省 province %s%n",
                stage.deadlines().unitDay(), stage.deadlines().provinceDay());
        var day = stage.deadlines()
                .unitDay()
                .atTime(9, 0)
                .atZone(stage.deadlines().zone())
                .toInstant();
        stage.clock().forwardTo(day);
        var lists = new DemoLists(stage, post, this::say);
        lists.deliver();
        publish();
        pushAll();
        uploadAll();
        watch.await(
                "全部按时报送 all in time but one",
                window -> DemoWatch.missing(window).equals(List.of(LATE)));
        // a checkpoint of today is not to be timestamped by tomorrow's clock
        new DemoStamps(stage, this::say).await();
        stage.clock().forwardTo(stage.deadlines().unitDeadline().plus(Duration.ofHours(9)));
        upload(stage.cast().named(LATE));
        watch.await("迟报一家 the late one", window -> DemoWatch.missing(window).isEmpty());
        watch.print(out);
        lists.withdrawOne();
        new DemoMarks(stage, post, this::say).make();
        var acknowledged = new DemoOffice(stage, post, this::say).file();
        lists.awaitWithdrawal();
        new DemoStamps(stage, this::say).await();
        return acknowledged;
    }

    private void publish() {
        var papers = stage.cast().through("yunjiu").stream()
                .collect(Collectors.toMap(
                        DemoSender::code, sender -> stage.papers().write(sender).content()));
        stage.platform().publish(papers);
        say("云平台发布 %d 份，等网关来取 · %d reports published, waiting to be fetched", papers.size(), papers.size());
    }

    private void pushAll() throws IOException, InterruptedException {
        for (var source : List.of("kunming", "provincial", "zhijian")) {
            for (var sender : stage.cast().through(source)) {
                if (sender.code().equals(WRONG_FIRST)) {
                    var wrong = sender.figures().with(11, sender.figures().of(8));
                    push(sender, stage.papers().write(sender, wrong));
                }
                push(sender, stage.papers().write(sender));
            }
        }
    }

    private void push(DemoSender sender, Paper paper) throws IOException, InterruptedException {
        var key = stage.key(sender.source().value());
        var answer = post.push(paper, stage.papers().period(), key);
        var body = JSON.readTree(answer.body());
        say(
                "%s %s 推送 %s pushed %s → %d %s",
                sender.code(),
                sender.unit().name(),
                sender.source(),
                paper.type().extension(),
                answer.statusCode(),
                body.path("receipt").path("position").isMissingNode()
                        ? rules(body)
                        : "回执 receipt " + body.path("id").asString(""));
    }

    private static String rules(JsonNode problem) {
        var rules = new ArrayList<String>();
        problem.path("findings")
                .forEach(finding -> rules.add(finding.path("rule").asString("") + " "
                        + finding.at("/message/zh").asString("")));
        return "退回 returned: " + rules;
    }

    private void uploadAll() throws IOException {
        for (var source : List.of("honghe", "official")) {
            for (var sender : stage.cast().through(source)) {
                if (!sender.code().equals(LATE)) {
                    upload(sender);
                }
            }
        }
    }

    private void upload(DemoSender sender) throws IOException {
        var paper = stage.papers().write(sender);
        var name = paper.fileName(sender, stage.papers().period());
        new DemoUpload(stage.gateway().sftpPort()).leave(login(sender), name, paper.content());
        say("%s %s SFTP 上传 %s uploaded %s", sender.code(), sender.unit().name(), sender.source(), name);
    }

    private DemoUpload.Login login(DemoSender sender) {
        return Optional.ofNullable(stage.credentials().logins().get(sender.code()))
                .orElseThrow(() -> new IllegalStateException("No login for " + sender.code()));
    }

    private void leave(Path folder) throws IOException, InterruptedException {
        new DemoOutput(stage, post, stage.key("officer")).write(folder);
        say("文件留在 documents left in %s", folder);
        say("核验 verify: ./jianxi verify %s --root %s", folder.resolve("bundle.zip"), folder.resolve("root.pem"));
    }

    private void sayWhereToLook() throws IOException, InterruptedException {
        var filed = post.get("/api/v1/returns/" + stage.papers().period(), stage.key("officer"), "application/json");
        var indicators = JSON.readTree(filed.body()).path("indicators");
        out.printf("%s 全省汇总 the provincial return:%n", stage.papers().period());
        for (var indicator : stage.papers().form().indicators()) {
            out.printf(
                    "  %2d %s %s %s%n",
                    indicator.number(),
                    indicator.label().zh(),
                    indicators.path(Integer.toString(indicator.number())).asString(""),
                    indicator.unit().printed());
        }
        out.printf(
                "接口 interface %s/openapi.json，密钥在 keys in %s%n",
                stage.gateway().url(), stage.folders().writeKeys(stage.credentials()));
        out.printf(
                "网页 pages %s/console，点“单位统一登录”选一个人；或用密钥登录 choose a person at the office's login, or sign in with a key%n",
                stage.gateway().url());
        out.printf(
                "公开清单 lists for everybody %s/api/v1/public/posts；各平台 platforms %s/console/publishing%n",
                stage.gateway().url(), stage.gateway().url());
        out.flush();
    }

    private void openSandbox() throws IOException {
        var sandbox = Sandbox.of(stage.folders(), stage.papers());
        var key = sandbox.open(new SecureRandom());
        out.printf("接口联调沙箱 sandbox for pushing developers (docs/pushing.md), 密钥 key %s%n", key);
        out.printf("  %s%n", sandbox.command(stage.gateway().url(), key, sandbox.leave(stage)));
        out.flush();
    }

    private void say(String format, Object... arguments) {
        out.printf("· " + format + "%n", arguments);
        out.flush();
    }
}
