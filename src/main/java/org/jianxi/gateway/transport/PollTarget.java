package org.jianxi.gateway.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Authorization;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Source;

/**
 * Where one poll goes: the source file's own address and no other.
 *
 * @param period the month the address asks for; empty where it asks for none
 * @param sender whose return is asked for; empty where the content says
 */
record PollTarget(URI uri, Optional<Period> period, Optional<Sender> sender) {

    private static final String PERIOD = "{period}";
    private static final String SENDER = "{sender}";

    /** One for each sender where the address asks for one by its code, else one for all. */
    static List<PollTarget> of(Source source, HttpsPoll poll, Period lastFullMonth) {
        var month = poll.url().contains(PERIOD) ? Optional.of(lastFullMonth) : Optional.<Period>empty();
        var url = poll.url().replace(PERIOD, lastFullMonth.toString());
        return url.contains(SENDER)
                ? source.senders().stream()
                        .map(sender -> new PollTarget(
                                URI.create(url.replace(SENDER, sender.code())), month, Optional.of(sender)))
                        .toList()
                : List.of(new PollTarget(URI.create(url), month, poll.sender().or(source::onlySender)));
    }

    /**
     * Whether it may be called: an integrator's file must not make us knock at our own doors or the office's intranet.
     *
     * @param listed hosts the operator allows although they are not public
     */
    boolean isAllowed(List<String> listed) {
        var host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            return false;
        }
        if (listed.contains(host)) {
            return true;
        }
        try {
            var addresses = InetAddress.getAllByName(host);
            return addresses.length > 0 && List.of(addresses).stream().allMatch(PollTarget::isPublic);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The value of the header by which we name ourselves. */
    static String credential(Authorization.Scheme scheme, String secret) {
        return switch (scheme) {
            case BEARER -> "Bearer " + secret;
            case BASIC -> "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            case API_KEY -> secret;
        };
    }

    private static boolean isPublic(InetAddress address) {
        var uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal);
    }
}
