package org.jianxi.gateway.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.agent.AgentOffice;
import org.jianxi.gateway.registries.agent.Askers;
import org.jianxi.gateway.registries.agent.Extract;
import org.jianxi.gateway.registries.agent.ExtractRefused;
import org.jianxi.gateway.registries.agent.RegistryAgent;
import org.jianxi.gateway.registries.agent.Served;
import org.jianxi.gateway.registries.agent.Snapshots;
import org.jianxi.gateway.registries.files.FileRefused;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.TooManyCategories;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi registry-agent}: the server at a registry that compares without either side's list, until it is told to stop. */
@Command(
        name = "registry-agent",
        description = "在登记库一侧运行的比对代理 · the agent at a registry: comparing without handing over a list",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi registry-agent admit jianxi --points 20480",
            "  ./jianxi registry-agent --registry low-income=dibao.csv --port 8095"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistryAgentCommand implements Callable<Integer> {

    private static final String OWN_KEY = "registry-agent";

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--registry",
            arity = "1..*",
            paramLabel = "NAME=FILE.csv",
            description = "登记库，列 a registry, columns idNumber,name,category; NAME: a-z 0-9 -")
    private List<String> registries = List.of();

    @Option(names = "--port", defaultValue = "8095", description = "端口 · port; 0 任取 any free (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "监听地址；对外应经TLS前置 · address; put a TLS proxy in front of it (${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            defaultValue = "var/registry-agent",
            description = "快照、密钥、查询方、审计 · snapshots, keys, askers, audit (${DEFAULT-VALUE})")
    private Path state;

    @Option(names = "--key", paramLabel = "FILE.p12", description = "签名密钥；缺省自建 · signing key; made here when not said")
    private Optional<Path> key;

    @Option(names = "--password-file", paramLabel = "FILE", description = "其口令 · its password, on the first line")
    private Optional<Path> passwordFile;

    @Option(names = "--threads", description = "制作快照的线程数 · threads that make a snapshot; 默认为处理器数 all processors")
    private Optional<Integer> threads;

    RegistryAgentCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        var extracts = extracts();
        try {
            run(extracts);
            return ExitCodes.YES;
        } catch (FileRefused refused) {
            throw new CannotBeDone(refused.reason());
        } catch (ExtractRefused refused) {
            throw new CannotBeDone(refused.reason());
        } catch (TooManyCategories tooMany) {
            throw new CannotBeDone(tooMany.reason());
        } catch (IOException failed) {
            throw new CannotBeDone(new Bilingual("不能运行：" + failed.getMessage(), "Cannot run: " + failed));
        }
    }

    private void run(List<Extract> extracts) throws IOException, InterruptedException {
        var random = new SecureRandom();
        var own = ownKey(random);
        var forms = new NameVariants(home.schemas().resolve("codes/name-variants.csv")).read();
        var snapshots = new Snapshots(state, forms, random);
        var served = new ArrayList<Served>();
        for (var extract : extracts) {
            served.add(snapshots.serve(extract, work(extract)));
        }
        var office = new AgentOffice(
                new Askers(state.resolve("askers.yaml")),
                state.resolve("audit.jsonl"),
                own.signer(),
                Clock.systemUTC());
        var stopped = new CountDownLatch(1);
        try (var agent = RegistryAgent.start(served, office, new InetSocketAddress(host, port))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            say(agent, served);
            stopped.await();
        }
    }

    private void say(RegistryAgent agent, List<Served> served) {
        var out = spec.commandLine().getOut();
        for (var one : served) {
            out.println(one.name() + "  " + one.description().made().rows() + " 行 rows  快照 snapshot "
                    + one.description().snapshot());
        }
        key.ifPresentOrElse(
                file -> out.println("签名密钥 signing key " + file),
                () -> out.println("证书 certificate " + state.resolve("keys").resolve(OWN_KEY + ".pem")));
        out.println("就绪 ready " + agent.url());
        out.flush();
    }

    private Snapshots.Work work(Extract extract) throws IOException {
        var progress = new ProgressLines(spec.commandLine().getErr())
                .of(extract.name(), extract.file().toFile().length());
        return new Snapshots.Work(threads.orElse(Runtime.getRuntime().availableProcessors()), progress);
    }

    private KeyRing ownKey(SecureRandom random) {
        return key.map(file -> KeyRing.open(
                        file, KeyRing.passwordIn(passwordFile.orElseThrow(() -> usage("--password-file"))), random))
                .orElseGet(() -> DevelopmentAuthority.create(state.resolve("keys"), Clock.systemUTC(), random)
                        .issue(OWN_KEY, "Registry agent"));
    }

    private List<Extract> extracts() {
        if (threads.isPresent() && (threads.get() < 1 || threads.get() > 64)) {
            throw usage("--threads: 1–64");
        }
        var extracts = registries.stream()
                .map(option -> RegistryFile.parse(option)
                        .filter(named -> Extract.isName(named.name()))
                        .map(named -> new Extract(named.name(), named.file()))
                        .orElseThrow(() -> usage("--registry: NAME=FILE.csv")))
                .toList();
        if (extracts.isEmpty()
                || extracts.stream().map(Extract::name).distinct().count() < extracts.size()) {
            throw usage("--registry：一个或几个，名称不同 · one or several, named differently");
        }
        return extracts;
    }

    private ParameterException usage(String why) {
        return new ParameterException(spec.commandLine(), "需要 needed: " + why);
    }
}
