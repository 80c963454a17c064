/** Files that lie in folders of ours, put there by hand or by SFTP: settled, read whole, answered beside. */
@NullMarked
package org.jianxi.gateway.transport.files;

import org.jspecify.annotations.NullMarked;
