package org.jianxi.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi mapping}: the integrator's bench. */
@Command(
        name = "mapping",
        description = "映射的试验台 · try a source's mapping",
        footer = {"", "例 Example:", "  ./jianxi mapping test mappings/honghe"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before run()
final class MappingCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "mapping test DIR · mapping run DIR SAMPLE · mapping suggest SAMPLE --dataset NAME · mapping promote DIR");
    }
}
