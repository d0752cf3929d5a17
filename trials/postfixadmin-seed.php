<?php
// Fills an empty postfixadmin with one admin, so many domains, and as many mailboxes of one domain, each with the alias that
// postfixadmin makes for it.
// Arguments: the SQLite file, how many, the admin's name, the admin's password.
[, $file, $count, $admin, $password] = $argv;
$db = new PDO("sqlite:$file");
$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$db->beginTransaction();
$db->prepare('INSERT INTO admin (username, password, superadmin) VALUES (?, ?, 1)')->execute([$admin, $password]);
$db->prepare("INSERT INTO domain_admins (username, domain) VALUES (?, 'ALL')")->execute([$admin]);
$db->exec("INSERT INTO domain (domain, description, transport) VALUES ('contoso.com', '', 'virtual')");
$mailbox = $db->prepare("INSERT INTO mailbox (username, password, name, maildir, local_part, domain) VALUES (?, '', ?, ?, ?, 'contoso.com')");
$alias = $db->prepare("INSERT INTO alias (address, goto, domain) VALUES (?, ?, 'contoso.com')");
$domain = $db->prepare("INSERT INTO domain (domain, description, transport) VALUES (?, '', 'virtual')");
for ($number = 0; $number < (int) $count; $number++) {
    $domain->execute(["branch-$number.contoso.com"]);
    $mailbox->execute(["branch-$number@contoso.com", "Branch $number", "branch-$number/", "branch-$number"]);
    $alias->execute(["branch-$number@contoso.com", "branch-$number@contoso.com"]);
}
$db->commit();
