package org.jianxi.gateway.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import org.jianxi.gateway.sandbox.RegistrySandbox;
import org.jianxi.gateway.sandbox.SpdciDesk;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;

/** The other offices' three registries, each a real server that is asked by a way of its own. */
final class DemoRegistries implements AutoCloseable {

    private static final String US = "jianxi.example.org";
    private static final String LAW = "人社部发〔2023〕27号 二（一）";
    private static final String NOBODY_ELSE = "示某寅";

    private final DemoHome folders;
    private final DemoTrainees trainees;
    private final DevelopmentAuthority authority;
    private final Clock clock;
    private final SecureRandom random;
    private final Path own;
    private final List<AutoCloseable> running = new ArrayList<>();

    private DemoRegistries(DemoHome folders, DemoTrainees trainees, Clock clock, SecureRandom random)
            throws IOException {
        this.folders = folders;
        this.trainees = trainees;
        this.authority = DevelopmentAuthority.create(folders.var().resolve("keys"), clock, random);
        this.clock = clock;
        this.random = random;
        this.own = Files.createDirectories(folders.var().resolve("registries"));
    }

    static DemoRegistries start(DemoHome folders, DemoTrainees trainees, Clock clock, SecureRandom random)
            throws IOException {
        var registries = new DemoRegistries(folders, trainees, clock, random);
        registries.lowIncome();
        registries.disability();
        registries.liftedFromPoverty();
        return registries;
    }

    /** Two of ours stand there, and one number of ours under another name. */
    private void lowIncome() throws IOException {
        var secret = Files.writeString(own.resolve("exchange.key"), "the demo's secret");
        var keys = key("low-income");
        var book = book(
                "low-income",
                ListedPerson.of(trainees.idNumber(1), trainees.name(1), "城市低保"),
                ListedPerson.of(trainees.idNumber(2), trainees.name(2), "农村低保"),
                ListedPerson.of(trainees.idNumber(3), NOBODY_ELSE, "特困"));
        var server = server(new ExchangeDesk(book, "the demo's secret", keys.signer(), keys.signer()));
        describe("low-income", "MCA_LOW_INCOME", """
                service:
                  protocol: exchange
                  url: %s
                  authorization: {scheme: exchange, rid: jianxi, sid: low-income, secret: 'file:%s'}
                  certificate: 'file:%s'
                  rate: {callsPerSecond: 100}
                """.formatted(
                        server.url() + ExchangeDesk.PATH, secret.toAbsolutePath(), pem("low-income")));
    }

    private void disability() throws IOException {
        var keys = key("disability");
        var book = book("disability", new ListedPerson(trainees.idNumber(4), trainees.name(4), "残疾", "1", "2"));
        var server = server(new SpdciDesk(
                book, new SpdciDesk.Keys(US, authority.gateway().certificate(), keys.signer(), keys.signer())));
        describe("disability", "CDPF_DISABILITY", """
                service:
                  protocol: spdci
                  url: %s
                  sender: %s
                  registry: %s
                  certificate: 'file:%s'
                """.formatted(server.url(), US, SpdciDesk.SENDER, pem("disability")));
    }

    private void liftedFromPoverty() throws IOException {
        var keys = key("lifted-from-poverty");
        var extract = Files.writeString(
                own.resolve("poverty.csv"),
                "idNumber,name,category\n%s,%s,脱贫户享受政策\n".formatted(trainees.idNumber(5), trainees.name(5)));
        Files.setLastModifiedTime(extract, FileTime.from(clock.instant()));
        var names = new NameVariants(folders.home().resolve("schemas/codes/name-variants.csv")).read();
        var served = new Snapshots(own.resolve("agent"), names, random)
                .serve(new Extract("poverty", extract), new Snapshots.Work(1, (bytes, count) -> {}));
        var askers = new Askers(own.resolve("askers.yaml"));
        var key = Files.writeString(
                own.resolve("agent.key"),
                askers.admit("jianxi", 4 * 512, random).secret());
        var office = new AgentOffice(askers, own.resolve("audit.jsonl"), keys.signer(), clock);
        var agent = RegistryAgent.start(
                List.of(served), office, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        running.add(agent);
        describe("lifted-from-poverty", "RURAL_POVERTY", """
                agent:
                  url: %s
                  registry: poverty
                  key: 'file:%s'
                  certificate: 'file:%s'
                """.formatted(
                        agent.url(), key.toAbsolutePath(), pem("lifted-from-poverty")));
    }

    private RegistrySandbox server(RegistryDesk desk) throws IOException {
        var server = RegistrySandbox.start(desk, 0);
        running.add(server);
        return server;
    }

    private RegistryBook book(String name, ListedPerson... people) throws IOException {
        var book = RegistryBook.open(name, List.of(people), clock, own.resolve(name + ".jsonl"));
        running.add(book);
        return book;
    }

    private KeyRing key(String name) throws IOException {
        var key = authority.issue(name, name + " sandbox");
        Files.writeString(pem(name), key.certificate().pem());
        return key;
    }

    private Path pem(String name) {
        return own.resolve(name + ".pem").toAbsolutePath();
    }

    private void describe(String name, String code, String way) throws IOException {
        var folder =
                Files.createDirectories(folders.home().resolve("registries").resolve(name));
        Files.writeString(
                folder.resolve("registry.yaml"), """
                registry: %s
                title: {zh: 演示登记库, en: A registry of the demo}
                code: %s
                authority: 演示单位
                purpose: PRIORITY_HELP
                legalBasis: %s
                validityDays: 180
                """.formatted(name, code, LAW) + way, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (var one : running.reversed()) {
            try {
                one.close();
            } catch (Exception broken) {
                throw new IllegalStateException("A registry of the demo does not stop", broken);
            }
        }
    }
}
