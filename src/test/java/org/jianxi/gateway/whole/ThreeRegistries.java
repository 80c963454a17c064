package org.jianxi.gateway.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.registries.agent.AgentOffice;
import org.jianxi.gateway.registries.agent.Askers;
import org.jianxi.gateway.registries.agent.Extract;
import org.jianxi.gateway.registries.agent.RegistryAgent;
import org.jianxi.gateway.registries.agent.Snapshots;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.sandbox.ExchangeDesk;
import org.jianxi.gateway.sandbox.ListedPerson;
import org.jianxi.gateway.sandbox.RegistryBook;
import org.jianxi.gateway.sandbox.RegistryDesk;
import org.jianxi.gateway.sandbox.RegistryRequest;
import org.jianxi.gateway.sandbox.RegistrySandbox;
import org.jianxi.gateway.sandbox.SpdciDesk;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.SigningCertificate;

/** A registry of each way that is asked, as real servers that keep what they receive, and the files by which a gateway asks them. */
final class ThreeRegistries implements AutoCloseable {

    private static final String SECRET = "the platform's secret";
    private static final String HEAD = """
            registry: %s
            title: {zh: 登记库, en: A registry}
            code: %s
            authority: 某厅
            purpose: PRIORITY_HELP
            legalBasis: 人社部发〔2023〕27号 二（一）
            validityDays: 180
            """;

    private final Path folder;
    private final Path home;
    private final Path var;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final DevelopmentAuthority authority;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<RegistryRequest> before = new ArrayList<>();

    RegistryBook lowIncome;
    RegistryBook disability;
    RegistrySandbox exchange;
    RegistrySandbox spdci;
    Eavesdropper agentWire;
    private RegistryDesk exchangeDesk;

    /** @param home of the gateway, whose {@code registries} are written here */
    ThreeRegistries(Path folder, Path home, Path var) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.home = home;
        this.var = var;
        this.authority = DevelopmentAuthority.create(folder.resolve("keys"), clock, random);
    }

    /** By the exchange platform, one person a call. */
    void lowIncome(ListedPerson... people) throws IOException {
        var own = key("low-income");
        lowIncome = book("low-income", people);
        exchangeDesk = new ExchangeDesk(lowIncome, SECRET, own.signer(), own.signer());
        exchange = RegistrySandbox.start(exchangeDesk, 0);
        Files.writeString(var.resolve("platform.key"), SECRET);
        registry("low-income", "MCA_LOW_INCOME", """
                service:
                  protocol: exchange
                  url: %s
                  authorization: {scheme: exchange, rid: jianxi, sid: low-income, secret: 'file:platform.key'}
                  certificate: file:low-income.pem
                  timeoutSeconds: 300
                  rate: {callsPerSecond: 20}
                """.formatted(exchange.url() + ExchangeDesk.PATH));
    }

    /** By SPDCI, several people a call. */
    void disability(SigningCertificate gateway, ListedPerson... people) throws IOException {
        var own = key("disability");
        disability = book("disability", people);
        var keys = new SpdciDesk.Keys("jianxi.example.org", gateway, own.signer(), own.signer());
        spdci = RegistrySandbox.start(new SpdciDesk(disability, keys), 0);
        running.add(spdci);
        registry("disability", "CDPF_DISABILITY", """
                service:
                  protocol: spdci
                  url: %s
                  sender: jianxi.example.org
                  registry: registry.example.org
                  certificate: file:disability.pem
                  batch: 20
                """.formatted(spdci.url()));
    }

    /** By an agent that only hears blinded points, and whose answers get lost until {@link Eavesdropper#stopSwallowing()}. */
    void liftedFromPoverty(String... rows) throws IOException {
        var own = key("lifted-from-poverty");
        var extract = Files.writeString(
                folder.resolve("poverty.csv"), "idNumber,name,category\n" + String.join("\n", rows) + "\n");
        var names = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();
        var served = new Snapshots(folder.resolve("agent"), names, random)
                .serve(new Extract("poverty", extract), new Snapshots.Work(2, (bytes, count) -> {}));
        var askers = new Askers(folder.resolve("askers.yaml"));
        Files.writeString(
                var.resolve("agent.key"),
                askers.admit("jianxi", 10 * 512, random).secret());
        var office = new AgentOffice(askers, audit(), own.signer(), clock);
        var agent = RegistryAgent.start(
                List.of(served), office, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        running.add(agent);
        agentWire = Eavesdropper.before(agent.url());
        agentWire.swallowAnswersFromPost(1);
        running.add(agentWire);
        registry("lifted-from-poverty", "RURAL_POVERTY", """
                schedule: {everySeconds: 86400}
                agent:
                  url: %s
                  registry: poverty
                  key: file:agent.key
                  certificate: file:lifted-from-poverty.pem
                """.formatted(agentWire.url()));
    }

    /** The agent's own record of what it was asked. */
    Path audit() {
        return folder.resolve("audit.jsonl");
    }

    /** The exchange's own book of what it was asked. */
    Path lowIncomeBook() {
        return folder.resolve("low-income-book.jsonl");
    }

    /** {@code kill -9} of the exchange's server, as its callers see it. */
    void killExchange() {
        before.addAll(exchange.received());
        exchange.close();
    }

    void restartExchange() throws IOException {
        exchange = RegistrySandbox.start(exchangeDesk, exchange.port());
    }

    /** All that the exchange's server was ever sent. */
    List<RegistryRequest> exchangeReceived() {
        var all = new ArrayList<>(before);
        all.addAll(exchange.received());
        return all;
    }

    private KeyRing key(String name) throws IOException {
        var own = authority.issue(name, "Registry");
        Files.writeString(var.resolve(name + ".pem"), own.certificate().pem());
        return own;
    }

    private RegistryBook book(String name, ListedPerson... people) throws IOException {
        var book = RegistryBook.open(name, List.of(people), clock, folder.resolve(name + "-book.jsonl"));
        running.add(book);
        return book;
    }

    private void registry(String name, String code, String way) throws IOException {
        var own = Files.createDirectories(home.resolve("registries").resolve(name));
        Files.writeString(own.resolve("registry.yaml"), HEAD.formatted(name, code) + way);
    }

    @Override
    public void close() throws Exception {
        if (exchange != null) {
            exchange.close();
        }
        for (var one : running.reversed()) {
            one.close();
        }
    }
}
