package org.jianxi.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.signing.OwnCertificates;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Trust;

/** Every certificate that the gateway knows of: issued here, used by itself, believed, or registered for a source. */
record KeyInventory(KeyBench bench, Path folder) {

    List<CertificateRow> rows() {
        var keys = KeyBench.keys(folder);
        var trust = TrustFolder.open(keys, keys.resolve("trust")).current();
        var seen = new HashSet<SigningCertificate>();
        var rows = new ArrayList<CertificateRow>();
        if (Files.exists(keys.resolve("root.p12"))) {
            for (var key : bench.authority(folder).keys()) {
                rows.add(row(key.name(), key.certificate(), key.past(), trust));
                seen.add(key.certificate());
            }
        }
        for (var certificate : new OwnCertificates(keys.resolve("own")).all()) {
            if (seen.add(certificate)) {
                rows.add(row("own", certificate, true, trust));
            }
        }
        for (var root : trust.roots()) {
            if (seen.add(root)) {
                rows.add(row("trust", root, false, trust));
            }
        }
        addSources(rows, trust);
        return rows;
    }

    private void addSources(List<CertificateRow> rows, Trust trust) {
        if (!Files.isDirectory(bench.home().folder().resolve("mappings"))) {
            return;
        }
        var certificates = new SignerCertificates(new Secrets(System::getenv, folder));
        for (var source : SourceRegister.open(bench.home().folder()).all()) {
            for (var certificate : certificates.of(source)) {
                rows.add(row("source:" + source.id(), certificate, false, trust));
            }
        }
    }

    private CertificateRow row(String name, SigningCertificate certificate, boolean past, Trust trust) {
        return new CertificateRow(name, certificate, past, trust.revocationOf(certificate), bench.now());
    }
}
