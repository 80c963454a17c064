package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Somebody with an account of their own: a name, a password, and a telephone that shows codes. */
record Colleague(String name, String password, Authenticator phone) {

    private static final String PEOPLE = "/console/people";
    private static final String ENROL = "/console/enrol";
    private static final Pattern INVITATION = Pattern.compile("<code id=\"invitation\">([^<]+)</code>");
    private static final Pattern FACTOR = Pattern.compile("<code id=\"factor\">([^<]+)</code>");

    /**
     * Invited by an administrator, and the invitation taken.
     *
     * @param areas the units of a reporter; empty for the office
     * @param now by the gateway's clock
     */
    static Colleague joins(
            GatewayProcess gateway, Visitor administrator, String name, String role, String areas, Instant now)
            throws IOException, InterruptedException, GeneralSecurityException {
        var duties = new TreeMap<>(Map.of("name", name, "shown", name, "roles", role));
        if (!areas.isEmpty()) {
            duties.put("areas", areas);
        }
        var invitation =
                found(INVITATION, administrator.post(PEOPLE, PEOPLE, duties).body());
        var visitor = new Visitor(gateway.url());
        var offer = visitor.post(ENROL, ENROL, Map.of("name", name, "invitation", invitation));
        var one = new Colleague(name, "three words of " + name, Authenticator.of(found(FACTOR, offer.body())));
        var choice = Map.of(
                "name",
                name,
                "invitation",
                invitation,
                "password",
                one.password(),
                "again",
                one.password(),
                "code",
                one.phone().code(now));
        assertThat(visitor.post(ENROL, ENROL + "/choice", choice).statusCode()).isEqualTo(200);
        return one;
    }

    /** With the code after the one that the account was taken with, as each counts once. */
    void signsIn(Reader reader, Instant taken) throws GeneralSecurityException {
        reader.signIn(name, password, phone.code(taken.plusSeconds(30)));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
