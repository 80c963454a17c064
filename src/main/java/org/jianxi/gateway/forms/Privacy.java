package org.jianxi.gateway.forms;

/** How a field's values are to be treated. A value that is not {@link #NO} never stands in a finding's text. */
public enum Privacy {
    NO,
    PERSONAL,
    /** Kept under a key, never shown. */
    SECRET;

    public boolean isHidden() {
        return this != NO;
    }
}
