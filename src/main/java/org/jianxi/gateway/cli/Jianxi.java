package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.PlatformXml;
import org.jianxi.gateway.signing.KeyProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The one command. Its words are commands of their own; only {@code serve} and {@code demo} start Spring. */
@Command(
        name = "jianxi",
        description = "见习网关：十七份月报收上来，一份签名的报表报上去。",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi demo --once",
            "",
            "退出码 Exit codes: 0 是 yes, 1 否 no, 2 用法 usage, 3 办不成 could not"
        })
public final class Jianxi {

    private Jianxi() {}

    public static void main(String[] arguments) {
        PlatformXml.name();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(Home.ofThisProcess(), arguments)
                .setOut(out)
                .setErr(err)
                .execute(arguments));
    }

    /** Knows the command that is called, or all of them when none is: the others need not be built to run one. */
    static CommandLine commandLine(Home home, String... arguments) {
        var commands = commands(home);
        var line = new CommandLine(new Jianxi());
        var called = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (called != null) {
            line.addSubcommand(called.get());
        } else {
            commands.values().forEach(command -> line.addSubcommand(command.get()));
        }
        line.registerConverter(Period.class, Jianxi::period);
        line.registerConverter(Sender.class, Jianxi::sender);
        offerHelp(line);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sayable(failure) ? failure.getMessage() : failure.toString());
            return ExitCodes.COULD_NOT;
        });
        return line;
    }

    private static Map<String, Supplier<Object>> commands(Home home) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("demo", () -> new DemoCommand(home));
        commands.put("calendar", () -> new CalendarCommand(home));
        commands.put("check", () -> new CheckCommand(home));
        commands.put(
                "mapping",
                () -> new CommandLine(new MappingCommand())
                        .addSubcommand(new MappingTestCommand(home))
                        .addSubcommand(new MappingRunCommand(home))
                        .addSubcommand(new MappingSuggestCommand(home))
                        .addSubcommand(new MappingPromoteCommand(home)));
        commands.put("rollup", () -> new RollupCommand(home));
        commands.put("derive", () -> new DeriveCommand(home));
        commands.put("entitle", () -> new EntitleCommand(home));
        commands.put("match", () -> new MatchCommand(home));
        commands.put(
                "registry-agent",
                () -> new CommandLine(new RegistryAgentCommand(home))
                        .addSubcommand(new AskerAdmitCommand(new SecureRandom()))
                        .addSubcommand(new AskerRevokeCommand()));
        commands.put("registries", () -> registries(home));
        commands.put("replay", () -> new ReplayCommand(home));
        commands.put("verify", () -> new VerifyCommand(home));
        commands.put("receipts", () -> new ReceiptsCommand(home));
        commands.put("ledger", () -> new CommandLine(new LedgerCommand()).addSubcommand(new LedgerFsckCommand(home)));
        commands.put("webhooks", () -> WebhooksCommand.line(home));
        commands.put("practice", () -> new PracticeCommand(home, new SecureRandom()));
        commands.put("sources", () -> new SourcesCommand(home));
        commands.put("serve", () -> new ServeCommand(home));
        commands.put("accounts", () -> AccountsCommand.line(home));
        commands.put("access", () -> new AccessCommand(new SecureRandom()));
        commands.put("keys", () -> KeysCommand.line(new KeyBench(home, Clock.systemUTC(), new SecureRandom())));
        return commands;
    }

    private static CommandLine registries(Home home) {
        return new CommandLine(new RegistriesCommand(home))
                .addSubcommand(new RegistriesLoadCommand(home))
                .addSubcommand(new RegistriesRunCommand(home))
                .addSubcommand(new RegistriesCompareCommand())
                .addSubcommand(new RegistriesLookupsCommand(home));
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("帮助 · this help")
                        .build());
        command.getSubcommands().values().forEach(Jianxi::offerHelp);
    }

    private static boolean sayable(Exception failure) {
        return failure instanceof CannotBeDone || failure instanceof FileProblem || failure instanceof KeyProblem;
    }

    private static Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' 不是月份 is no month such as 2023-06"));
    }

    private static Sender sender(String text) {
        return Sender.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' 不是六位区划代码 is no code of six digits"));
    }
}
