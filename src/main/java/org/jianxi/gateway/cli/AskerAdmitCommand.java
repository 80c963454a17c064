package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jianxi.gateway.registries.agent.Askers;
import org.jianxi.gateway.registries.blind.Batch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi registry-agent admit}: a key for somebody who may ask; it is shown once. */
@Command(
        name = "admit",
        description = "准许一方查询，密钥只显示一次 · admit an asker; the key is shown once",
        footer = {"", "例 Example:", "  ./jianxi registry-agent admit jianxi --points 20480"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AskerAdmitCommand implements Callable<Integer> {

    private final SecureRandom random;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "查询方系统名，不写人名 · a system, never a person: a-z 0-9 -")
    private String name;

    @Option(
            names = "--points",
            required = true,
            description = "每天每库最多查询的点数，每批512 · points a day and registry; a batch has 512")
    private int points;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            defaultValue = "var/registry-agent",
            description = "${DEFAULT-VALUE}")
    private Path state;

    AskerAdmitCommand(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Integer call() {
        if (points < Batch.POINTS) {
            throw new ParameterException(spec.commandLine(), "--points: ≥ " + Batch.POINTS);
        }
        var key = new Askers(state.resolve("askers.yaml")).admit(name, points, random);
        spec.commandLine().getOut().println(key.secret());
        return ExitCodes.YES;
    }
}
