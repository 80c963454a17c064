package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;

/**
 * Whom to remind, each as a role and never as a person, and the server that carries our letters.
 *
 * @param post the server and the address our letters come from; empty where none are sent
 * @param office whom the province's own deadline concerns
 * @param problem what is wrong with the file; then nothing of it is in force
 */
public record Contacts(
        Optional<MailEntrance.Reply> post,
        Optional<Contact> office,
        Map<Sender, Contact> units,
        Optional<FileProblem> problem) {

    static final Contacts NONE = new Contacts(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

    public Contacts {
        units = new TreeMap<>(units);
    }

    /**
     * @param role such as 就业促进科
     * @param mail the role's mailboxes; empty where it takes no letters
     */
    public record Contact(String role, List<String> mail, Optional<String> phone) {
        public Contact {
            mail = List.copyOf(mail);
        }
    }

    public Optional<Contact> of(Sender sender) {
        return Optional.ofNullable(units.get(sender));
    }
}
