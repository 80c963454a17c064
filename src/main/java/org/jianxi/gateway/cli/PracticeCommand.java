package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.EnclosedCertificates;
import org.jianxi.gateway.signing.SealVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Goes through what the small commands do, once, so that the launcher can keep an archive of the classes they load.
 *
 * <p>Its answers are thrown away, and a step that fails only leaves some classes out.
 */
@Command(name = "practice", hidden = true, description = "启动加速 · for the launcher")
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class PracticeCommand implements Callable<Integer> {

    private final Home home;
    private final SecureRandom random;

    @Parameters(paramLabel = "DIR", description = "empty folder, left with files in it")
    private Path folder;

    PracticeCommand(Home home, SecureRandom random) {
        this.home = home;
        this.random = random;
    }

    @Override
    public Integer call() {
        var lincang = home.mappings().resolve("official/samples/2023-06-lincang");
        var workbook = lincang + ".in.xlsx";
        var canonical = lincang + ".expected.json";
        var period = List.of("--period", "2023-06", "--json");
        run(List.of("check", workbook, canonical, "--sender", "530900", "--dataset", "monthly-return"), period);
        for (var name : List.of("return.xlsx", "return.xml")) {
            run(List.of("rollup", canonical, "--out", folder.resolve(name).toString()), period);
        }
        seal();
        run(List.of("verify", workbook, "--root", folder.resolve("root.pem").toString()), List.of());
        return ExitCodes.YES;
    }

    /** Makes a key and a seal and looks at both, as whoever verifies does. */
    private void seal() {
        var clock = Clock.systemUTC();
        var ring = DevelopmentAuthority.create(folder, clock, random).gateway();
        var sealed = ring.signer().sign(new byte[1]);
        new SealVerifier(ring.certificate()).checkOwn(sealed, clock.instant());
        EnclosedCertificates.in(sealed);
    }

    private void run(List<String> command, List<String> more) {
        var arguments = Stream.concat(command.stream(), more.stream()).toArray(String[]::new);
        var nowhere = new PrintWriter(Writer.nullWriter());
        Jianxi.commandLine(home, arguments).setOut(nowhere).setErr(nowhere).execute(arguments);
    }
}
