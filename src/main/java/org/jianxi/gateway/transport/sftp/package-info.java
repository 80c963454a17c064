/** Our SFTP server: nothing but file transfer, each account in a home of its own. */
@NamedInterface("sftp")
@NullMarked
package org.jianxi.gateway.transport.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
