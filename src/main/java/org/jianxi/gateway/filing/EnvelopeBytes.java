package org.jianxi.gateway.filing;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One element of the stable envelope as the bytes that are signed and sent. */
record EnvelopeBytes(Object element) {

    byte[] write() {
        try {
            var marshaller = JAXBContext.newInstance(element.getClass()).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_ENCODING, StandardCharsets.UTF_8.name());
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            var bytes = new ByteArrayOutputStream();
            marshaller.marshal(element, bytes);
            return bytes.toByteArray();
        } catch (JAXBException ours) {
            throw new IllegalStateException("The envelope's types cannot be written", ours);
        }
    }
}
