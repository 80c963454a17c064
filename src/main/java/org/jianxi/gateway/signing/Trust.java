package org.jianxi.gateway.signing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.signing.Refusal.Reason;
import org.jianxi.gateway.signing.RevocationList.Revocation;

/**
 * The roots that are believed and what their authorities took back: says what any certificate was worth at any moment.
 *
 * <p>Pure: no clock, no files, no network. Also a certificate that issues nothing can be given as a root; it is then trusted
 * itself. A revocation counts from its own moment on, so a later one does not undo what was signed before. Safe for many threads.
 */
public final class Trust {

    private static final int LONGEST_PATH = 5;

    private final List<SigningCertificate> roots;
    private final List<SigningCertificate> between;
    private final List<RevocationList> lists;
    private final Map<SigningCertificate, Route> routes = new ConcurrentHashMap<>();

    private Trust(List<SigningCertificate> roots, List<SigningCertificate> between, List<RevocationList> lists) {
        this.roots = List.copyOf(roots);
        this.between = List.copyOf(between);
        this.lists = List.copyOf(lists);
    }

    /** The way from a certificate to a root, or why there is none. Signatures are looked at once, time each time. */
    private record Route(List<SigningCertificate> path, Optional<Refusal> refusal) {}

    /** Throws {@link KeyProblem} for a revocation list that none of the roots signed. */
    public static Trust of(List<SigningCertificate> roots, List<RevocationList> lists) {
        return of(roots, List.of(), lists);
    }

    /**
     * @param between authorities that are not believed by themselves but may stand between a root and a certificate
     */
    public static Trust of(
            List<SigningCertificate> roots, List<SigningCertificate> between, List<RevocationList> lists) {
        for (var list : lists) {
            if (Stream.concat(roots.stream(), between.stream()).noneMatch(list::isSignedBy)) {
                throw new KeyProblem("A revocation list that no known authority signed: " + list.issuer());
            }
        }
        return new Trust(roots, between, lists);
    }

    /** The same with one more certificate that is believed by itself. */
    public Trust pinning(SigningCertificate certificate) {
        return new Trust(Stream.concat(roots.stream(), Stream.of(certificate)).toList(), between, lists);
    }

    public List<SigningCertificate> roots() {
        return roots;
    }

    public List<RevocationList> revocationLists() {
        return lists;
    }

    /** Checked in this order: a way to a root, what each may be used for, validity, revocation; the first failure is the answer. */
    public Standing standing(SigningCertificate certificate, Use use, Instant at) {
        var route = routes.computeIfAbsent(certificate, this::route);
        return route.refusal()
                .or(() -> AllowedUses.of(certificate).refusal(use))
                .or(() -> authorities(route.path()))
                .or(() -> first(route.path().stream().map(one -> validity(one, at))))
                .or(() -> first(route.path().stream().map(one -> revocation(one, at))))
                .<Standing>map(Standing.Refused::new)
                .orElseGet(() -> new Standing.Trusted(route.path()));
    }

    /** Whether any of the lists takes it back, and since when; says nothing of who issued it. */
    public Optional<Revocation> revocationOf(SigningCertificate certificate) {
        return lists.stream()
                .sorted(Comparator.comparing(RevocationList::issuedAt).reversed())
                .flatMap(list -> list.revocationOf(certificate).stream())
                .findFirst();
    }

    /** That it is out of its time or taken back; nothing is asked of its use and its issuer. */
    public Optional<Refusal> objection(SigningCertificate certificate, Instant at) {
        return validity(certificate, at).or(() -> revocation(certificate, at));
    }

    private Route route(SigningCertificate certificate) {
        var path = new ArrayList<SigningCertificate>();
        path.add(certificate);
        return leadsToARoot(path)
                ? new Route(List.copyOf(path), Optional.empty())
                : new Route(List.of(certificate), Optional.of(noWay(certificate)));
    }

    /** Its issuer is looked for first, also for one that is believed by itself: the issuer may have taken it back. */
    private boolean leadsToARoot(List<SigningCertificate> path) {
        var last = path.getLast();
        if (path.size() < LONGEST_PATH) {
            for (var issuer : issuers(last).filter(one -> !path.contains(one)).toList()) {
                path.add(issuer);
                if (leadsToARoot(path)) {
                    return true;
                }
                path.removeLast();
            }
        }
        return roots.contains(last);
    }

    private Stream<SigningCertificate> issuers(SigningCertificate certificate) {
        return Stream.concat(roots.stream(), between.stream()).filter(certificate::isIssuedBy);
    }

    private Refusal noWay(SigningCertificate certificate) {
        var expected = roots.stream().map(SigningCertificate::toString).collect(Collectors.joining(" / "));
        return Stream.concat(roots.stream(), between.stream())
                .filter(certificate::namesAsIssuer)
                .findFirst()
                .map(named -> new Refusal(Reason.ISSUER_SIGNATURE_WRONG, named.toString(), "another signature"))
                .orElseGet(() -> new Refusal(Reason.UNKNOWN_ISSUER, expected, certificate.issuer()));
    }

    private static Optional<Refusal> authorities(List<SigningCertificate> path) {
        for (var at = 1; at < path.size(); at++) {
            if (!AllowedUses.of(path.get(at)).isAuthority(at - 1)) {
                return Optional.of(new Refusal(
                        Reason.WRONG_USAGE, "authority", path.get(at).toString()));
            }
        }
        return Optional.empty();
    }

    static Optional<Refusal> validity(SigningCertificate certificate, Instant at) {
        if (at.isBefore(certificate.notBefore())) {
            return Optional.of(new Refusal(Reason.NOT_YET_VALID, "from " + certificate.notBefore(), at.toString()));
        }
        return certificate.isValidAt(at)
                ? Optional.empty()
                : Optional.of(new Refusal(Reason.EXPIRED, "until " + certificate.notAfter(), at.toString()));
    }

    private Optional<Refusal> revocation(SigningCertificate certificate, Instant at) {
        return revocationOf(certificate)
                .filter(revocation -> !at.isBefore(revocation.since()))
                .map(revocation -> new Refusal(
                        Reason.REVOKED,
                        "not revoked at " + at,
                        "revoked since " + revocation.since() + " ("
                                + revocation.reason().wireName() + "), " + certificate));
    }

    private static Optional<Refusal> first(Stream<Optional<Refusal>> checks) {
        return checks.flatMap(Optional::stream).findFirst();
    }
}
