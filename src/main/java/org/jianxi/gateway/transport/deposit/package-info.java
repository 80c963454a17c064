/** Files fetched by SFTP from a source's own server. */
@NullMarked
package org.jianxi.gateway.transport.deposit;

import org.jspecify.annotations.NullMarked;
