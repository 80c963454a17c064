package org.jianxi.gateway.transport.http;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A status, its headers and a body of JSON, ready to be written. */
public record PushAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    /** Leaves nothing of the request in the message. */
    public void writeTo(Message message) {
        message.getHeaders().clear();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        message.setHeader("Cache-Control", "no-store");
        headers.forEach(message::setHeader);
        message.setBody(body);
    }
}
