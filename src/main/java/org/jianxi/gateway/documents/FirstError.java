package org.jianxi.gateway.documents;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Ends the reading of XML at its first error, and prints nothing anywhere. */
final class FirstError implements ErrorHandler {

    @Override
    public void warning(SAXParseException harmless) {}

    @Override
    public void error(SAXParseException error) throws SAXParseException {
        throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXParseException {
        throw error;
    }
}
