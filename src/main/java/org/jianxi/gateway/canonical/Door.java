package org.jianxi.gateway.canonical;

/** The kind of way a delivery came in by. The wire names stand in the ledger. */
public enum Door {
    HTTP_PUSH("http-push"),
    FOLDER("folder"),
    SFTP_UPLOAD("sftp-upload"),
    HTTPS_POLL("https-poll"),
    SFTP_POLL("sftp-poll"),
    JDBC_POLL("jdbc-poll"),
    MAIL("mail"),
    SOAP("soap"),
    KAFKA("kafka"),
    JMS("jms"),
    /** A person of the unit, at the console. */
    CONSOLE("console");

    private final String wireName;

    Door(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
