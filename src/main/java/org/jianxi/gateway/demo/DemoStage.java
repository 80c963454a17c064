package org.jianxi.gateway.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.sandbox.MinistryDesk;
import org.jianxi.gateway.sandbox.MinistrySandbox;
import org.jianxi.gateway.sandbox.PlatformSandboxes;
import org.jianxi.gateway.sandbox.Script;
import org.jianxi.gateway.sandbox.TimestampSandbox;
import org.jianxi.gateway.signing.AccessKey;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.signing.Use;

/** Everything the demo needs standing before the first return leaves its sender: folders, keys, servers, the gateway. */
public record DemoStage(
        DemoHome folders,
        DemoCast cast,
        Papers papers,
        DemoClock clock,
        Deadlines deadlines,
        DemoHome.Credentials credentials,
        DemoPlatform platform,
        MinistrySandbox ministry,
        TimestampSandbox timestamps,
        DemoTrainees trainees,
        DemoUnits units,
        PlatformSandboxes platforms,
        DemoRegistries registries,
        DemoLogin login,
        DemoGateway gateway)
        implements AutoCloseable {

    private static final Duration NINE_IN_THE_MORNING = Duration.ofHours(9);
    private static final String POLLED = "yunjiu";

    /** Whose system sends trainees, units and posts too. */
    private static final String PEOPLE_OF = "kunming";

    private static final String SENDER_OF_PEOPLE = "530100";

    /**
     * What was asked for on the command line.
     *
     * @param home the project's folder
     * @param folder where the demo keeps its own things; emptied first
     * @param clock the real one, which the demo's is set by
     */
    public record Wish(Path home, Path folder, Period period, int port, Clock clock) {}

    static DemoStage set(Wish wish) throws IOException {
        var random = new SecureRandom();
        var folders = DemoHome.make(wish.home(), wish.folder());
        var papers = papers(wish);
        var units = Divisions.reportingUnits(wish.home());
        var deadlines = new CalendarFiles(wish.home().resolve("schemas/calendar"))
                .read()
                .deadlinesOf(wish.period());
        var clock = DemoClock.startingAt(opening(wish.period(), deadlines), wish.clock());
        var cast = DemoCast.of(wish.home(), units, wish.period());
        var platformKey = AccessKey.newKey(random).secret();
        var platform = DemoPlatform.start(platformKey);
        folders.pointAt(platform.url(), POLLED, platformKey);
        var credentials = folders.issue(cast, random);
        var ministry = ministry(folders, clock, random);
        var timestamps = TimestampSandbox.start(folders.var().resolve("keys"), clock, random);
        var trainees = new DemoTrainees(SENDER_OF_PEOPLE, wish.period());
        var registries = DemoRegistries.start(folders, trainees, clock, random);
        var platforms = platforms(wish, folders);
        var login = DemoLogin.start(folders.var(), clock, random);
        var gateway = DemoGateway.start(new DemoGateway.Setting(
                folders, wish.period(), wish.port(), ministry.url(), timestamps.url(), login, clock));
        return new DemoStage(
                folders,
                cast,
                papers,
                clock,
                deadlines,
                credentials,
                platform,
                ministry,
                timestamps,
                trainees,
                new DemoUnits(SENDER_OF_PEOPLE, wish.period()),
                platforms,
                registries,
                login,
                gateway);
    }

    private static Papers papers(Wish wish) throws IOException {
        var editions = ReturnForms.load(wish.home(), Sm3::of).validFor(wish.period());
        if (editions.isEmpty()) {
            throw new IOException("No edition of the form is valid for " + wish.period());
        }
        return new Papers(editions.getFirst(), editions.getLast(), wish.period());
    }

    /** What goes to them comes from the system that sends records. */
    private static PlatformSandboxes platforms(Wish wish, DemoHome folders) throws IOException {
        folders.deliverRecords(PEOPLE_OF);
        folders.nameAgency(SENDER_OF_PEOPLE);
        return PlatformSandboxes.start(wish.home().resolve("platforms"), folders.home(), folders.var());
    }

    private static Instant opening(Period period, Deadlines deadlines) {
        return period.next()
                .firstDay()
                .atStartOfDay(deadlines.zone())
                .toInstant()
                .plus(NINE_IN_THE_MORNING);
    }

    /** A ministry on a bad day: an error first, then it takes the return and its acknowledgement gets lost. */
    private static MinistrySandbox ministry(DemoHome folders, Clock clock, SecureRandom random) throws IOException {
        var authority = DevelopmentAuthority.create(folders.var().resolve("keys"), clock, random);
        var desk = new MinistryDesk(
                new SealVerifier(authority.gateway().certificate()),
                authority.issue("ministry", "Ministry sandbox", Use.MINISTRY).signer(),
                authority.issue("stranger", "Nobody in particular").signer(),
                clock);
        var script = new Script(List.of(new Behaviour.Error(500), new Behaviour.LoseAcknowledgement()));
        return MinistrySandbox.start(desk, script, 0);
    }

    /** The key of a source, or of {@code officer filer auditor}. */
    String key(String holder) {
        return credentials.keys().getOrDefault(holder, "");
    }

    @Override
    public void close() {
        gateway.close();
        platforms.close();
        ministry.close();
        timestamps.close();
        registries.close();
        login.close();
        platform.close();
    }
}
