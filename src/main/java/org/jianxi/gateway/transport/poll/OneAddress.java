package org.jianxi.gateway.transport.poll;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP with the one server whose address was looked up and allowed before. Whatever name is asked for, this is where we connect, so a
 * name server that answers otherwise the second time leads nowhere; TLS is still held to the name.
 */
public record OneAddress(InetAddress address) implements DnsResolver {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    /** No redirects, no cookies, no second tries, no decompression. */
    public CloseableHttpClient client(Duration timeout) {
        var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(this)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(timeout))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeout))
                        .build())
                .setUserAgent("jianxi-gateway")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    @Override
    public InetAddress[] resolve(String host) {
        return new InetAddress[] {address};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
