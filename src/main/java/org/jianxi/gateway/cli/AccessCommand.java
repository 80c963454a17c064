package org.jianxi.gateway.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi access}: issues a key or an SFTP login, shows its secret once, and writes only the hash. */
@Command(
        name = "access",
        description = "签发接口密钥或SFTP账号 · issue an API key or an SFTP login; the secret is shown once",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi access --name kunming-hr --source kunming --sender 530100",
            "  ./jianxi access --name officer-a --role officer",
            "  ./jianxi access --login honghe-532500 --source honghe --sender 532500"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AccessCommand implements Callable<Integer> {

    private final SecureRandom random;

    @Spec
    private CommandSpec spec;

    @Option(names = "--var", defaultValue = "var", description = "数据文件夹 · folder of access.yaml (${DEFAULT-VALUE})")
    private Path folder;

    @Option(names = "--name", description = "系统或岗位名，不写人名 · a system or a duty, never a person")
    private String name;

    @Option(names = "--login", description = "SFTP账号 · SFTP login instead of an API key")
    private String login;

    @Option(
            names = "--role",
            defaultValue = "sender",
            description = "sender, reporter, officer, approver, filer, administrator, auditor (${DEFAULT-VALUE})")
    private String role;

    @Option(names = "--source", description = "来源 · the source's id")
    private String source;

    @Option(names = "--sender", description = "填报单位代码 · division code; repeat for several")
    private List<Sender> senders;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    AccessCommand(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Integer call() {
        var writer = new AccessWriter(folder, random);
        var secret = login != null ? writer.open(login, sourceId(), onlySender()) : key(writer);
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(JsonText.of(Map.of("secret", secret)), StandardCharsets.UTF_8));
            out.flush();
        } else {
            out.println(secret);
        }
        return ExitCodes.YES;
    }

    private String key(AccessWriter writer) {
        var asked = Role.named(role).orElseThrow(() -> wrong("--role: " + role));
        if (name == null) {
            throw wrong("--name 或 or --login");
        }
        var key = switch (asked) {
            case SENDER -> writer.issue(name, sourceId(), given());
            case REPORTER -> writer.issue(name, given());
            case OFFICER, APPROVER, FILER, ADMINISTRATOR, AUDITOR -> writer.issue(name, asked);
        };
        return key.secret();
    }

    private SourceId sourceId() {
        return Optional.ofNullable(source).flatMap(SourceId::parse).orElseThrow(() -> wrong("--source"));
    }

    private List<Sender> given() {
        if (senders == null) {
            throw wrong("--sender");
        }
        return senders;
    }

    private Sender onlySender() {
        if (given().size() != 1) {
            throw wrong("--sender: 1");
        }
        return senders.getFirst();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), "需要 needed: " + what);
    }
}
