package org.jianxi.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jianxi webhooks}: the notices to the sources' own systems. */
@Command(
        name = "webhooks",
        description = "通知 · notices to the sources' own systems",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi webhooks list --state given-up",
            "  ./jianxi webhooks replay msg_33484f857a1d180e634de850d3a47bc4",
            "  ./jianxi webhooks test kunming"
        })
final class WebhooksCommand {

    static CommandLine line(Home home) {
        return new CommandLine(new WebhooksCommand())
                .addSubcommand(new WebhooksListCommand(home))
                .addSubcommand(new WebhooksReplayCommand(home))
                .addSubcommand(new WebhooksTestCommand(home));
    }
}
