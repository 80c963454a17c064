package org.jianxi.gateway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.evidence.CellProof;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jianxi.gateway.signing.RevocationReason;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;

/**
 * June 2023 as a real database holds it: seven senders in six formats, one of them signing what it sends and correcting itself, ten
 * gaps, approved and filed.
 */
public final class FiledMonth {

    public static final Period JUNE = Period.of("2023-06");
    private static final Path HOME = Path.of("").toAbsolutePath();

    private final TestGateway gateway;
    private final DevelopmentAuthority authority;
    private final Signer sender;
    private final List<SignedReceipt> receipts = new ArrayList<>();

    private FiledMonth(Path folder) throws IOException {
        copy(folder);
        this.authority = DevelopmentAuthority.create(
                folder.resolve("keys"), Clock.fixed(TestGateway.NOW, ZoneOffset.UTC), new SecureRandom());
        authority.issue(new KeyOrder(
                "second",
                "Jianxi Gateway",
                Use.GATEWAY,
                Algorithm.RSA,
                new Validity(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2033-01-01T00:00:00Z"))));
        this.sender = authority.issue("kunming", "Kunming").signer();
        var source = folder.resolve("mappings/kunming/source.yaml");
        Files.writeString(
                source,
                Files.readString(source) + "signature: optional\nsigner: 'file:" + folder.resolve("keys/kunming.pem")
                        + "'\n");
        this.gateway = new TestGateway(folder);
        deliver();
        file();
    }

    /** @param folder empty, and left with keys and mappings in it */
    public static FiledMonth in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new FiledMonth(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void deliver() throws IOException {
        deliver("kunming", "530100", MediaType.JSON, "2023-06.in.json");
        deliver("honghe", "532500", MediaType.CSV, "2023-06-honghe.in.csv");
        deliver("yunjiu", "532900", MediaType.XML, "2023-06-dali.in.xml");
        deliver("official", "530900", MediaType.XLSX, "2023-06-lincang.in.xlsx");
        deliver("zhijian", "530700", MediaType.JSON, "2023-06-lijiang.in.json");
        deliver("provincial", "539900", MediaType.XML, "2023-06.in.xml");
        deliver("kunming", "530400", MediaType.JSON, "2023-06-yuxi.in.json");
        var again = Files.readString(HOME.resolve("mappings/kunming/samples/2023-06.in.json")) + "\n";
        deliver("kunming", "530100", MediaType.JSON, again.getBytes(StandardCharsets.UTF_8));
    }

    private void deliver(String source, String code, MediaType type, String sample) throws IOException {
        deliver(source, code, type, Files.readAllBytes(HOME.resolve("mappings/" + source + "/samples/" + sample)));
    }

    private void deliver(String source, String code, MediaType type, byte[] content) {
        var signature = source.equals("kunming") ? Optional.of(sender.signDetached(content)) : Optional.<byte[]>empty();
        var outcome = gateway.submissions.receive(new Delivery(
                new SourceId(source),
                Set.of(new Sender(code)),
                Door.HTTP_PUSH,
                Delivery.MONTHLY_RETURN,
                Optional.of(JUNE),
                type,
                Optional.empty(),
                content,
                signature,
                Optional.empty(),
                TestGateway.NOW));
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            throw new IllegalStateException(source + " " + code + ": " + outcome);
        }
        receipts.add(accepted.receipt());
    }

    private void file() {
        gateway.monthEnd.approve(
                JUNE, "officer-a", gateway.provincial.standing(JUNE).gaps());
        if (!(gateway.monthEnd.file(JUNE, "officer-b") instanceof Step.Done)) {
            throw new IllegalStateException("not filed");
        }
    }

    /** One sender corrects itself once more, a late one closes its gap, and the province files what changed. */
    public void correct() {
        try {
            var changed = Files.readString(HOME.resolve("mappings/kunming/samples/2023-06.in.json"))
                    .replaceFirst("\"12\":\\s*[0-9]+", "\"12\": 22");
            deliver("kunming", "530100", MediaType.JSON, changed.getBytes(StandardCharsets.UTF_8));
            deliver("zhijian", "530600", MediaType.JSON, "2023-06-zhaotong.in.json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        file();
    }

    public byte[] bundle() {
        return gateway.evidence.bundle(JUNE, Optional.empty()).orElseThrow();
    }

    public CellProof cell(int indicator) {
        return gateway.evidence.cell(JUNE, indicator, Optional.empty()).orElseThrow();
    }

    /** In the order in which they were issued; the first and the last are one sender's. */
    public List<SignedReceipt> receipts() {
        return List.copyOf(receipts);
    }

    public SigningCertificate root() {
        return authority.root();
    }

    /** Takes the gateway's certificate back from this moment on. */
    public RevocationList revokingTheGateway(Instant since) {
        return authority.revoke(gateway.signer.certificate(), new Revocation(since, RevocationReason.KEY_COMPROMISE));
    }

    public Signer gatewaySigner() {
        return gateway.signer;
    }

    /** A key of another holder under the same root. */
    public Signer senderSigner() {
        return sender;
    }

    /** All mappings and schemas of the project, to be changed at will. */
    static void copy(Path folder) throws IOException {
        for (var part : List.of("mappings", "schemas")) {
            try (var files = Files.walk(HOME.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var target = folder.resolve(HOME.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
