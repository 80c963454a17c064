package org.jianxi.gateway.intake;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** The member {@code door} of {@code source.yaml} as it is written; {@code kind} says which of these it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "http-push", value = HttpPush.Part.class),
    @Type(name = "folder", value = Folder.Part.class),
    @Type(name = "sftp-upload", value = SftpUpload.Part.class),
    @Type(name = "https-poll", value = HttpsPoll.Part.class),
    @Type(name = "sftp-poll", value = SftpPoll.Part.class),
    @Type(name = "jdbc-poll", value = JdbcPoll.Part.class),
    @Type(name = "mail", value = MailEntrance.Part.class),
    @Type(name = "soap", value = SoapEntrance.Part.class),
    @Type(name = "kafka", value = KafkaEntrance.Part.class),
    @Type(name = "jms", value = JmsEntrance.Part.class),
    @Type(name = "console", value = ConsoleEntrance.Part.class),
})
interface DoorPart {

    Entrance entrance();

    /** What its schema cannot say is wrong with it. */
    default Optional<Misfit> misfit() {
        return Optional.empty();
    }

    /** @param pointer where in the file, as a JSON pointer */
    record Misfit(String pointer, String why) {}
}
