package org.jianxi.gateway.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Message;
import org.apache.camel.http.common.DefaultHttpBinding;
import org.jspecify.annotations.Nullable;

/**
 * How a call becomes an exchange: its allow-listed headers and nothing else.
 *
 * <p>The body stays in the request until {@link PushDoor} reads it against the limit. Given to Camel, its stream cache would
 * first copy the whole of it, five gigabytes included, into memory.
 */
public final class PushBinding extends DefaultHttpBinding {

    public PushBinding() {
        super(new AllowListedHeaders());
        setMuteException(true);
        setTransferException(false);
        setAllowJavaSerializedObject(false);
        setMapHttpMessageFormUrlEncodedBody(false);
    }

    @Override
    protected void readBody(HttpServletRequest request, Message message) {
        message.setBody(null);
    }

    @Override
    public @Nullable Object parseBody(HttpServletRequest request, Message message) {
        return null;
    }

    /** Query parameters are read by {@link PushRequest}, from the query alone. */
    @Override
    protected void populateRequestParameters(HttpServletRequest request, Message message) {}
}
