import type { errors as errorsInEnglish } from '../en/errors.ts';
import type { Translation } from '../translation.ts';

export const errors: Translation<typeof errorsInEnglish, 'de'> = {
  'not-joined': 'Sie sind noch nicht im Meeting.',
  'already-joined': 'Sie sind mit einem anderen Gerät schon in diesem Meeting. Verlassen Sie es dort zuerst.',
  forbidden: 'Ihre Rolle in diesem Meeting erlaubt das nicht. Fragen Sie einen Host.',
  'room-not-found': 'Hier gibt es kein Meeting mit diesem Code. Prüfen Sie den Code, oder bitten Sie um einen Link.',
  'room-exists': 'Dieses Meeting gibt es schon. Versuchen Sie es noch einmal.',
  'room-locked': 'Das Meeting ist gesperrt: Niemand Neues kommt hinein. Bitten Sie einen Host, es zu öffnen.',
  'room-ended': 'Das Meeting ist beendet.',
  'room-full': 'Das Meeting ist voll. Versuchen Sie es wieder, wenn jemand gegangen ist.',
  barred: 'Sie können diesem Meeting nicht beitreten: Ein Host hat Sie entfernt und lässt Sie nicht wieder hinein.',
  'lobby-full': 'Zu viele warten schon auf Einlass. Versuchen Sie es gleich noch einmal.',
  'lobby-off': 'In diesem Meeting muss niemand warten. Schalten Sie das Warten zuerst ein.',
  'not-admitted': 'Sie wurden nicht hineingelassen.',
  'not-waiting': 'Diese Person wartet nicht mehr.',
  'waiting-elsewhere': 'Sie warten jetzt mit einem anderen Gerät.',
  'must-wait': 'Hier warten alle, bis ein Host sie hineinlässt. Treten Sie noch einmal bei, um zu fragen.',
  'no-such-participant': 'Diese Person ist nicht mehr im Meeting.',
  'not-locked': 'Das Meeting ist nicht mehr gesperrt.',
  'already-locked': 'Das Meeting ist schon gesperrt.',
  'already-ending': 'Das Ende des Meetings läuft schon. Brechen Sie es zuerst ab, oder beenden Sie jetzt.',
  'not-ending': 'Das Meeting geht weiter: Kein Ende steht mehr an.',
  'not-barred': 'Diese Person darf schon wiederkommen.',
  'already-asked': 'Diese Person wurde gerade gefragt. Fragen Sie in einer Minute wieder.',
  'already-shared': 'Jemand anderes teilt gerade den Bildschirm. Fragen Sie zuerst.',
  'not-shared': 'Niemand teilt mehr den Bildschirm.',
  'unknown-role': 'Diese Rolle gibt es in diesem Meeting nicht.',
  'last-host': 'Sie sind der einzige Host. Machen Sie zuerst jemand anderen zum Host.',
  'too-many-speakers': 'Es sprechen so viele, wie das Meeting erlaubt. Machen Sie zuerst jemanden zum Zuschauer.',
  'text-too-long': 'Die Nachricht ist zu lang. Kürzen Sie sie, oder senden Sie sie in Teilen.',
  'too-fast': 'Das war viel auf einmal. Warten Sie kurz, und senden Sie es dann noch einmal.',
  'bad-frame': 'Parley und der Server haben sich missverstanden. Versuchen Sie es noch einmal.',
  'frame-too-big': 'Das war zu viel auf einmal. Kürzen Sie es, und versuchen Sie es noch einmal.',
  'unknown-type': 'Der Server kennt das nicht. Vielleicht ist er älter als dieses Parley.',
  'hello-expected': 'Parley und der Server haben sich missverstanden. Versuchen Sie es noch einmal.',
  'hello-late': 'Die Verbindung war zu langsam. Versuchen Sie es noch einmal.',
  'hello-twice': 'Parley und der Server haben sich missverstanden. Versuchen Sie es noch einmal.',
  'wrong-room': 'Der Server hat ein anderes Meeting erwartet. Öffnen Sie den Link noch einmal.',
  'protocol-version':
    'Dieses Parley und der Server sprechen verschiedene Versionen. Aktualisieren Sie Parley, oder fragen Sie, wer den Server betreibt.',
  'rate-limited': 'Das war zu oft in kurzer Zeit. Warten Sie kurz, und versuchen Sie es dann noch einmal.',
  'too-slow': 'Die Verbindung kam nicht mit. Versuchen Sie es noch einmal, oder nutzen Sie ein besseres Netz.',
  'origin-refused': 'Der Server nimmt diese App nicht an. Fragen Sie, wer den Server betreibt.',
  'bad-token':
    'Der Server hat die Eintrittskarte nicht angenommen. Versuchen Sie es noch einmal, oder bitten Sie um einen neuen Link.',
  'token-expired': 'Das Eintreten hat zu lange gedauert. Versuchen Sie es noch einmal.',
  'bad-invite': 'Die Einladung gilt nicht für dieses Meeting. Bitten Sie um einen neuen Link.',
  'resume-refused': 'Die alte Verbindung ließ sich nicht wieder aufnehmen. Treten Sie neu bei.',
  unavailable: 'Der Server kann das gerade nicht. Versuchen Sie es gleich noch einmal.',
  draining: 'Der Server startet gleich neu. Versuchen Sie es gleich noch einmal.',
  internal: 'Das ging wegen eines Fehlers in Parley nicht. Versuchen Sie es noch einmal.',
  offline: 'Sie sind offline. Versuchen Sie es wieder, wenn die Verbindung steht.',
  'not-writable': 'Dort kann keine Datei geschrieben werden. Wählen Sie in den Einstellungen einen anderen Ordner.',
  'no-meeting-key':
    'Sie sind nur mit dem Code gekommen, darum lässt sich nicht versiegeln, was Sie schreiben. Kommen Sie mit dem ganzen Einladungslink wieder.',
  'connection-failed':
    'Der Server ist nicht erreichbar. Prüfen Sie Netz und Adresse, und versuchen Sie es dann noch einmal.',
  'timed-out':
    'Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie das Netz, und versuchen Sie es dann noch einmal.',
  'bad-link':
    'Das ist weder ein Meeting-Code noch ein Einladungslink. Prüfen Sie die Eingabe, oder bitten Sie um einen neuen Link.',
  'server-unknown':
    'Parley weiß nicht, zu welchem Server dieser Code gehört. Fügen Sie stattdessen den ganzen Link ein.',
  'creation-key-missing':
    'Der Server lässt Meetings nur mit seinem Erstellungsschlüssel anlegen. Fragen Sie, wer ihn betreibt, und tragen Sie den Schlüssel in die Einstellungen ein.',
  'creation-key-refused':
    'Der Server hat den Erstellungsschlüssel nicht angenommen. Prüfen Sie ihn in den Einstellungen, oder fragen Sie, wer den Server betreibt.',
  'wrong-phase': 'Das geht in diesem Moment nicht.',
  'bad-request': 'Etwas darin ist nicht erlaubt. Prüfen Sie Ihre Eingabe.',
  'capture-refused':
    'Parley darf dieses Gerät nicht benutzen. Erlauben Sie es in den Systemeinstellungen unter Datenschutz.',
  'capture-not-found': 'Das Gerät wurde nicht gefunden. Schließen Sie es an, oder wählen Sie ein anderes.',
  'capture-busy':
    'Ein anderes Programm benutzt das Gerät. Schließen Sie dieses, und versuchen Sie es dann noch einmal.',
  cancelled: 'Das wurde abgebrochen.',
  'not-opened': 'Nichts auf diesem Computer konnte das öffnen. Suchen Sie es von Hand.',
  'not-deleted':
    'Der Datenträger hat nicht alle Dateien freigegeben. Starten Sie Parley neu, und versuchen Sie es dann noch einmal.',
  'bad-file': 'Angekommen ist etwas anderes, als angeboten war. Es wurde gelöscht. Versuchen Sie es noch einmal.',
  'not-written':
    'Die Datei ließ sich nicht in Ihre Downloads schreiben. Prüfen Sie den Ordner und den freien Platz, und versuchen Sie es dann noch einmal.',
  'others-served':
    'Andere sind auf diesem Computer in einem Meeting und würden es verlieren. Versuchen Sie es, wenn sie fertig sind.',
  'shortcut-taken':
    'Ein anderes Programm oder das System benutzt diese Tasten schon. Drücken Sie andere, oder geben Sie diese dort frei.',
  'shortcut-twice': 'Diese Tasten benutzen Sie in Parley schon für etwas anderes. Drücken Sie andere.',
};
