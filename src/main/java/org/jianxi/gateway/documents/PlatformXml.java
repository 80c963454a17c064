package org.jianxi.gateway.documents;

import java.util.Map;

/**
 * The JDK's own streaming XML, named as the platform's, so that no library is given a parser without limits because its jar
 * registers itself (Aalto does). Our own streams come from {@link XmlStream} and do not ask.
 */
public final class PlatformXml {

    private static final Map<String, String> OF_THE_JDK = Map.of(
            "javax.xml.stream.XMLInputFactory", "com.sun.xml.internal.stream.XMLInputFactoryImpl",
            "javax.xml.stream.XMLOutputFactory", "com.sun.xml.internal.stream.XMLOutputFactoryImpl",
            "javax.xml.stream.XMLEventFactory", "com.sun.xml.internal.stream.events.XMLEventFactoryImpl");

    private PlatformXml() {}

    /** For the start of a process, before anything asks the platform. */
    public static void name() {
        OF_THE_JDK.forEach(System::setProperty);
    }
}
