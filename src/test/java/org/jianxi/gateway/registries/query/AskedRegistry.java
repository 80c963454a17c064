package org.jianxi.gateway.registries.query;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.lookups.LookupFixture;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.Way;
import org.jianxi.gateway.sandbox.ExchangeDesk;
import org.jianxi.gateway.sandbox.ListedPerson;
import org.jianxi.gateway.sandbox.RegistryBook;
import org.jianxi.gateway.sandbox.RegistryDesk;
import org.jianxi.gateway.sandbox.RegistrySandbox;
import org.jianxi.gateway.sandbox.SpdciDesk;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;

/** A sandbox of a registry that is asked person by person, and a gateway's way to ask it, both with keys of their own. */
public final class AskedRegistry implements AutoCloseable {

    public static final String PURPOSE = "PRIORITY_HELP";
    public static final String BASIS = "云人社发〔2023〕18号";
    private static final String SECRET = "the platform's secret";

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final KeyRing registry;
    private final KeyRing gateway;
    private final KeyRing stranger;
    public final List<Duration> pauses = new ArrayList<>();
    public final RegistryBook book;
    private final RegistryDesk desk;
    public RegistrySandbox sandbox;

    private interface DeskMaker {
        RegistryDesk make(AskedRegistry one);
    }

    private AskedRegistry(Path folder, Clock clock, Algorithm algorithm, List<ListedPerson> people, DeskMaker maker)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        var authority = DevelopmentAuthority.create(folder.resolve("keys"), clock, random);
        this.registry = authority.issue(order("registry", algorithm));
        this.gateway = authority.issue(order("asker", algorithm));
        this.stranger = authority.issue(order("stranger", algorithm));
        this.book = RegistryBook.open("registry", people, clock, folder.resolve("registry-book.jsonl"));
        this.desk = maker.make(this);
        this.sandbox = RegistrySandbox.start(desk, 0);
        Files.writeString(folder.resolve("registry.pem"), registry.certificate().pem());
    }

    private KeyOrder order(String name, Algorithm algorithm) {
        return new KeyOrder(name, name, Use.SENDER, algorithm, Validity.from(clock.instant(), Duration.ofDays(365)));
    }

    public static AskedRegistry exchange(Path folder, Clock clock, ListedPerson... people) throws IOException {
        return new AskedRegistry(
                folder,
                clock,
                Algorithm.SM2,
                List.of(people),
                one -> new ExchangeDesk(one.book, SECRET, one.registry.signer(), one.stranger.signer()));
    }

    public static AskedRegistry spdci(Path folder, Clock clock, Algorithm algorithm, ListedPerson... people)
            throws IOException {
        return new AskedRegistry(
                folder,
                clock,
                algorithm,
                List.of(people),
                one -> new SpdciDesk(
                        one.book,
                        new SpdciDesk.Keys(
                                "jianxi.example.org",
                                one.gateway.certificate(),
                                one.registry.signer(),
                                one.stranger.signer())));
    }

    public PersonQuery exchangeQuery(String more) throws IOException {
        return query(URI.create(sandbox.url() + ExchangeDesk.PATH), """
                protocol: exchange
                authorization: { scheme: exchange, rid: jianxi, sid: low-income, secret: "env:PLATFORM" }
                """ + more);
    }

    public PersonQuery spdciQuery(String more) throws IOException {
        return query(sandbox.url(), """
                protocol: spdci
                sender: jianxi.example.org
                registry: registry.example.org
                """ + more);
    }

    /** The registry's server as it was, on the port that it had. */
    public void restart() throws IOException {
        var port = sandbox.port();
        sandbox.close();
        sandbox = RegistrySandbox.start(desk, port);
    }

    /** As the match run has it. */
    public Registry registry(LookupFixture ledger, String more) throws IOException {
        var isSpdci = desk instanceof SpdciDesk;
        var query = isSpdci ? spdciQuery(more) : exchangeQuery(more);
        var part = YamlFile.parse("service", "protocol: any\nurl: any\n" + more).as(ServicePart.class);
        var settings = new RegistrySettings(
                new RegistryName("low-income"),
                new Bilingual("低收入人口数据库", "Low-income registry"),
                "MCA_LOW_INCOME",
                "民政厅",
                new RegistrySettings.Query(PURPOSE, BASIS),
                Period.ofDays(180),
                Optional.empty(),
                new Way.Service(YamlFile.parse("registry.yaml", "registry: low-income")));
        return new QueriedRegistry(settings, part, query, ledger.lookups(), clock);
    }

    public SigningCertificate gatewayCertificate() {
        return gateway.certificate();
    }

    /** Our ledger of it, as a file. */
    public Path export(LookupFixture ledger) throws IOException {
        return ledger.export("low-income", gateway.signer(), folder.resolve("ours.jsonl"));
    }

    private PersonQuery query(URI url, String more) throws IOException {
        var yaml = "url: %s\ncertificate: file:registry.pem\n%s".formatted(url, more);
        return office(SECRET).open(YamlFile.parse("service", yaml).as(ServicePart.class));
    }

    private ServiceOffice office(String secret) {
        return new ServiceOffice(
                new Secrets(name -> name.equals("PLATFORM") ? secret : null, folder),
                gateway.signer(),
                new NameVariants(Path.of("schemas/codes/name-variants.csv")).read(),
                clock,
                pauses::add,
                random);
    }

    /** What the people hear, asked in one call. */
    public List<PersonAnswer> ask(PersonQuery query, QueriedPerson... people) {
        return query.question(List.of(people), slip()).send();
    }

    public LookupSlip slip() {
        return LookupSlip.fresh(PURPOSE, BASIS, random);
    }

    public static QueriedPerson person(String number, String name) {
        return new QueriedPerson(CitizenId.find(number).orElseThrow(), name);
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        book.close();
    }
}
