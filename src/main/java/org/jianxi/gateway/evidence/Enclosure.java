package org.jianxi.gateway.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Trust;

/** Container, manifest and certificates: what everything in a bundle or an archive is read from and held against. */
record Enclosure(Bundle bundle, GatewaySeals seals) {

    /** When the enclosed says it was made: the moment its signature is judged at. */
    interface Made {
        Instant at(Bundle bundle) throws Doubt;
    }

    /** Whose word counts. @param revocations known to whoever verifies, beside those that lie inside */
    record Believed(List<SigningCertificate> roots, List<RevocationList> revocations) {
        Believed {
            roots = List.copyOf(roots);
            revocations = List.copyOf(revocations);
        }
    }

    static Enclosure open(Bundle bundle, Believed believed, Made made) throws Doubt {
        var manifest = new ManifestEvidence(bundle);
        manifest.isABundle();
        manifest.digestsHold(name -> name.startsWith(Names.CERTIFICATES));
        var seals = GatewaySeals.of(trust(bundle, believed), held(bundle));
        manifest.isSigned(seals, made.at(bundle));
        manifest.digestsHold(name -> true);
        return new Enclosure(bundle, seals);
    }

    private static Trust trust(Bundle bundle, Believed believed) throws Doubt {
        var between = new ArrayList<SigningCertificate>();
        for (var file : bundle.startingWith(Names.AUTHORITIES)) {
            between.add(Held.read(file, bundle.file(file)).certificate());
        }
        var known = Stream.concat(believed.roots().stream(), between.stream()).toList();
        var lists = new ArrayList<>(believed.revocations());
        for (var file : bundle.startingWith(Names.REVOCATIONS)) {
            var list = list(file, bundle.file(file));
            if (isOf(list, known, file)) {
                lists.add(list);
            }
        }
        return Trust.of(believed.roots(), between, lists);
    }

    /** Lists of authorities that are not known here say nothing; one in the name of a known authority must be its own. */
    private static boolean isOf(RevocationList list, List<SigningCertificate> known, String file) throws Doubt {
        var named = known.stream()
                .filter(one -> one.subject().equals(list.issuer()))
                .toList();
        if (!named.isEmpty() && named.stream().noneMatch(list::isSignedBy)) {
            throw new Doubt(Reason.CERTIFICATE_NOT_TRUSTED, file, "signed by " + list.issuer(), "it is not");
        }
        return !named.isEmpty();
    }

    private static RevocationList list(String file, byte[] content) throws Doubt {
        try {
            return RevocationList.parse(content);
        } catch (KeyProblem unreadable) {
            throw new Doubt(Reason.UNREADABLE, file, "a revocation list", String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<Held> held(Bundle bundle) throws Doubt {
        var held = new ArrayList<Held>();
        for (var file : bundle.startingWith(Names.GATEWAY)) {
            held.add(Held.read(file, bundle.file(file)));
        }
        return held;
    }
}
