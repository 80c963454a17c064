package org.jianxi.gateway.cli;

import picocli.CommandLine.Command;

/** {@code jianxi ledger}: what can be asked of the ledger itself. */
@Command(
        name = "ledger",
        description = "台账 · the ledger",
        footer = {"", "例 Example:", "  ./jianxi ledger fsck"})
final class LedgerCommand {}
