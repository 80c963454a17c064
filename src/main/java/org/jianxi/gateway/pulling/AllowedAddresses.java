package org.jianxi.gateway.pulling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Where we may connect to: public addresses, and those the operator lists. An integrator's file must not make us knock at our
 * own doors or the office's intranet.
 *
 * <p>A name is looked up once, and the address that was judged is the one to connect to: a name server that answers otherwise
 * the second time changes nothing.
 */
public final class AllowedAddresses {

    /** Not for the public, and not known to the library: shared, reserved, documentation, multicast, addresses within addresses. */
    private static final List<String> RESERVED = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final InetAddressMatcher PUBLIC =
            InetAddressMatchers.matchExternal().excludeAddresses(RESERVED).build();

    private final List<Entry> listed;
    private final Names names;

    /** Looks names up; the machine's own way is {@code InetAddress::getAllByName}. */
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Nobody may connect there. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null);
        }
    }

    /** @param source whom the entry is for; {@code *} for all */
    private record Entry(String source, String host) {

        static Entry parse(String written) {
            var at = written.indexOf('@');
            return at < 0 ? new Entry("*", written) : new Entry(written.substring(0, at), written.substring(at + 1));
        }

        boolean isFor(String caller) {
            return source.equals("*") || source.equals(caller);
        }

        boolean allows(String name, InetAddress address) {
            return host.equalsIgnoreCase(name)
                    || (looksLikeAddress()
                            && InetAddressMatchers.fromIpAddress(host).matches(address));
        }

        private boolean looksLikeAddress() {
            return host.matches("[0-9.]+(/[0-9]{1,2})?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?");
        }
    }

    /**
     * What the operator lists: names, addresses or ranges (CIDR), each for all sources, or {@code source@range} for one.
     *
     * @param names looks names up
     */
    public AllowedAddresses(List<String> listed, Names names) {
        this.listed = listed.stream().map(Entry::parse).toList();
        this.names = names;
    }

    /** The address to connect to for a source. Where one of a name's addresses is not allowed, none is. */
    public InetAddress resolve(SourceId source, String host) throws IOException {
        return resolve(source.value(), host);
    }

    /** The same by the entries that are for all. */
    public InetAddress resolve(String host) throws IOException {
        return resolve("*", host);
    }

    private InetAddress resolve(String source, String host) throws IOException {
        var found = lookUp(host);
        for (var address : found) {
            if (!PUBLIC.matches(address) && !isListed(source, host, address)) {
                throw new Refused("its host is not public and not listed in jianxi.transport.poll-hosts");
            }
        }
        return Stream.of(found).findFirst().orElseThrow(() -> new Refused("its host has no address"));
    }

    private InetAddress[] lookUp(String host) throws Refused {
        try {
            return names.of(host);
        } catch (UnknownHostException unknown) {
            throw new Refused("its host is unknown");
        }
    }

    private boolean isListed(String source, String host, InetAddress address) {
        return listed.stream().anyMatch(entry -> entry.isFor(source) && entry.allows(host, address));
    }
}
