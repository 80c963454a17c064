package org.jianxi.gateway.pulling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jianxi.gateway.canonical.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private static final SourceId YUNJIU = new SourceId("yunjiu");
    private static final SourceId HONGHE = new SourceId("honghe");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1"
            })
    void whatIsNotPublicIsRefused(String address) {
        assertThatThrownBy(() -> new AllowedAddresses(List.of(), InetAddress::getAllByName).resolve(YUNJIU, address))
                .isInstanceOf(AllowedAddresses.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "202.98.160.68", "2400:3200::1"})
    void whatIsPublicIsAllowed(String address) throws IOException {
        assertThat(new AllowedAddresses(List.of(), InetAddress::getAllByName).resolve(YUNJIU, address))
                .isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void theOperatorListsNamesAddressesAndRangesForAllOrForOneSource() throws IOException {
        var allowed = new AllowedAddresses(List.of("yunjiu@10.1.0.0/16", "fd00::/8", "intranet.example.cn"), host ->
                new InetAddress[] {InetAddress.getByName(host.equals("intranet.example.cn") ? "10.9.9.9" : host)});

        assertThat(allowed.resolve(YUNJIU, "10.1.2.3").getHostAddress()).isEqualTo("10.1.2.3");
        assertThat(allowed.resolve(HONGHE, "fd12::1")).isNotNull();
        assertThat(allowed.resolve(HONGHE, "intranet.example.cn").getHostAddress())
                .isEqualTo("10.9.9.9");
        assertThatThrownBy(() -> allowed.resolve(HONGHE, "10.1.2.3")).isInstanceOf(AllowedAddresses.Refused.class);
        assertThatThrownBy(() -> allowed.resolve(YUNJIU, "10.2.0.1")).isInstanceOf(AllowedAddresses.Refused.class);
    }

    @Test
    void oneForbiddenAddressAmongSeveralForbidsTheName() {
        var allowed = new AllowedAddresses(List.of(), host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")});

        assertThatThrownBy(() -> allowed.resolve(YUNJIU, "two.example.cn"))
                .isInstanceOf(AllowedAddresses.Refused.class);
    }

    @Test
    void anUnknownNameIsRefusedInOurOwnWords() {
        var allowed = new AllowedAddresses(List.of(), host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> allowed.resolve(YUNJIU, "nowhere.example.cn")).hasMessage("its host is unknown");
    }
}
