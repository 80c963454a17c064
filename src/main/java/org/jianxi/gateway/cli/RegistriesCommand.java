package org.jianxi.gateway.cli;

import picocli.CommandLine.Command;

/** {@code jianxi registries}: the registries our people are compared with. */
@Command(
        name = "registries",
        description = "登记库 · registries",
        footer = {"", "例 Example:", "  ./jianxi registries compare ours.jsonl theirs.jsonl"})
final class RegistriesCommand {}
