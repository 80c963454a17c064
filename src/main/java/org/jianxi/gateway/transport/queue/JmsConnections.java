package org.jianxi.gateway.transport.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.JmsEntrance;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.ServerAddress;
import org.jianxi.gateway.intake.ServerAddress.Encryption;
import org.jianxi.gateway.pulling.AllowedAddresses;

/**
 * Opens connections to the sources' brokers. One try each, since the route tries again by itself; no object of Java's own is
 * ever read from a message.
 */
public final class JmsConnections {

    private static final long CALL_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final String NO_CLASS_AT_ALL = "*";

    private final AllowedAddresses addresses;
    private final Secrets secrets;

    public JmsConnections(AllowedAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** A started connection and what it came from, which must not be closed before it. */
    record Opened(ActiveMQConnectionFactory factory, Connection connection) implements AutoCloseable {
        @Override
        public void close() throws JMSException {
            try (factory) {
                connection.close();
            }
        }
    }

    /** Whoever has it closes it. */
    Opened open(SourceId source, JmsEntrance entrance) throws IOException, JMSException {
        addresses.resolve(source, entrance.broker().host());
        var factory = factory(entrance.broker());
        try {
            var connection = connection(entrance.broker(), factory);
            connection.start();
            return new Opened(factory, connection);
        } catch (IOException | JMSException | RuntimeException refused) {
            factory.close();
            throw refused;
        }
    }

    private Connection connection(ServerAddress broker, ActiveMQConnectionFactory factory)
            throws IOException, JMSException {
        if (broker.login().isEmpty()) {
            return factory.createConnection();
        }
        var login = broker.login().get();
        return factory.createConnection(secrets.require(login.user()), secrets.require(login.password()));
    }

    private ActiveMQConnectionFactory factory(ServerAddress broker) {
        var transport = new TransportConfiguration(NettyConnectorFactory.class.getName(), connector(broker));
        var factory = ActiveMQJMSClient.createConnectionFactoryWithoutHA(JMSFactoryType.CF, transport);
        factory.setInitialConnectAttempts(1);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(CALL_MILLIS);
        factory.setConsumerWindowSize(0);
        factory.setDeserializationDenyList(NO_CLASS_AT_ALL);
        return factory;
    }

    private Map<String, Object> connector(ServerAddress broker) {
        var connector = new HashMap<String, Object>();
        connector.put(TransportConstants.HOST_PROP_NAME, broker.host());
        connector.put(TransportConstants.PORT_PROP_NAME, broker.port());
        connector.put(TransportConstants.NETTY_CONNECT_TIMEOUT, CONNECT_MILLIS);
        connector.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        connector.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        connector.put(TransportConstants.SSL_ENABLED_PROP_NAME, broker.encryption() != Encryption.NONE);
        connector.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
        broker.trust().flatMap(secrets::file).ifPresent(pem -> {
            connector.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PEMCA");
            connector.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, pem.toString());
        });
        return connector;
    }
}
