/** Letters in a mailbox: read, taken in document by document, answered once. */
@NullMarked
package org.jianxi.gateway.transport.mail;

import org.jspecify.annotations.NullMarked;
